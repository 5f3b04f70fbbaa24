package io.reconciled.store.mongodb;

import io.reconciled.model.Dataset;
import io.reconciled.store.Fit;
import io.reconciled.store.StoreComplaint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Whether a mapped collection is there now; it is known again by its UUID. Fields may be absent.
 */
final class FindCollectionFit {
  private static final BsonString COLLECTION = new BsonString("collection");
  private final MongoConnection connection;

  FindCollectionFit(MongoConnection connection) {
    this.connection = connection;
  }

  Fit of(Dataset dataset) {
    Optional<BsonDocument> found = connection.described(dataset);
    if (found.isEmpty()) {
      List<String> others = connection.collections(connection.database(dataset));
      return new Fit.Misfit(List.of(CheckCollections.missing(dataset, others)));
    }
    return isView(found.get()) == dataset.view()
        ? new Fit.Whole(mark(found.get()), Map.of())
        : new Fit.Misfit(List.of(StoreComplaint.mistaken(dataset, "collection")));
  }

  /** Whether it is one, or a time series, which has no change stream either. */
  static boolean isView(BsonDocument described) {
    return !described.getString("type", COLLECTION).equals(COLLECTION);
  }

  private static String mark(BsonDocument described) {
    return String.valueOf(described.getDocument("info", new BsonDocument()).get("uuid"));
  }
}
