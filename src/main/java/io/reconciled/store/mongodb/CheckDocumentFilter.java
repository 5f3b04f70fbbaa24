package io.reconciled.store.mongodb;

import com.mongodb.MongoCommandException;
import io.reconciled.model.Dataset;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Has the server plan a dataset's filter, which reads nothing. */
final class CheckDocumentFilter {
  private static final int UNAUTHORIZED = 13;
  private final MongoConnection connection;

  CheckDocumentFilter(MongoConnection connection) {
    this.connection = connection;
  }

  Optional<StoreComplaint> check(Dataset dataset) {
    return dataset
        .where()
        .flatMap(text -> DocumentFilter.objection(text).or(() -> refusal(dataset)))
        .map(why ->
            StoreComplaint.error(
                Subject.where(dataset),
                "the filter of %s %s".formatted(dataset, why),
                "Write one filter document, as in {\"tenant\": 7}."));
  }

  private Optional<String> refusal(Dataset dataset) {
    BsonDocument find =
        new BsonDocument("find", new BsonString(dataset.container().getLast()))
            .append("filter", DocumentFilter.of(dataset));
    BsonDocument explain =
        new BsonDocument("explain", find).append("verbosity", new BsonString("queryPlanner"));
    try {
      connection.database(dataset).runCommand(explain);
      return Optional.empty();
    } catch (MongoCommandException e) {
      if (e.getErrorCode() == UNAUTHORIZED) {
        throw e;
      }
      return Optional.of("is refused: " + e.getErrorMessage());
    }
  }
}
