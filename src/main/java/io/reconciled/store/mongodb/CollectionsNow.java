package io.reconciled.store.mongodb;

import io.reconciled.model.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Which collections stand behind the mapped names. The engine passes over the events of one that is
 * dropped or renamed; its UUID shows that, and also that this is another replica set.
 */
final class CollectionsNow {
  private CollectionsNow() {}

  static Map<List<String>, String> identities(MongoConnection connection, List<Dataset> datasets) {
    Map<List<String>, String> identities = new HashMap<>();
    for (Dataset dataset : datasets) {
      identity(connection, dataset)
          .ifPresent(identity -> identities.put(dataset.container(), identity));
    }
    return identities;
  }

  private static Optional<String> identity(MongoConnection connection, Dataset dataset) {
    BsonDocument named = new BsonDocument("name", new BsonString(dataset.container().getLast()));
    return Optional.ofNullable(
            connection.database(dataset).listCollections(BsonDocument.class).filter(named).first())
        .map(found -> found.getDocument("info", new BsonDocument()).get("uuid"))
        .filter(BsonBinary.class::isInstance)
        .map(uuid -> uuid.asBinary().asUuid().toString());
  }
}
