package io.reconciled.store.mongodb;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * Looks for the keys that hold given values, and leaves out what only the query language takes for
 * them: an array that holds the value is another value.
 */
final class FindHoldingDocuments {
  /** More values than this make a command that may outgrow the largest document. */
  private static final int VALUES_PER_COMMAND = 5_000;

  private final MongoConnection connection;
  private final ReadDocuments reading;

  FindHoldingDocuments(MongoConnection connection, ReadDocuments reading) {
    this.connection = connection;
    this.reading = reading;
  }

  Map<Value, Set<SharedKey>> of(
      MappedCollection collection, String attribute, Collection<Value> values) {
    Set<Value> wanted = new HashSet<>(values);
    List<BsonValue> asked = AskedValues.of(wanted);
    Map<Value, Set<SharedKey>> holders = new HashMap<>();
    boolean any = false;
    for (int from = 0; from < asked.size(); from += VALUES_PER_COMMAND) {
      int to = Math.min(asked.size(), from + VALUES_PER_COMMAND);
      any |= find(collection, attribute, asked.subList(from, to), wanted, holders);
    }
    if (!any) {
      connection.requireCollection(collection.dataset());
    }
    return holders;
  }

  private boolean find(
      MappedCollection collection,
      String attribute,
      List<BsonValue> asked,
      Set<Value> wanted,
      Map<Value, Set<SharedKey>> holders) {
    boolean any = false;
    String path = collection.path(attribute).queried();
    try (MongoCursor<RawBsonDocument> documents =
        reading.find(collection, Filters.in(path, asked)).cursor()) {
      while (documents.hasNext()) {
        any = true;
        RawBsonDocument document = documents.next();
        Optional<Value> held =
            Optional.ofNullable(collection.image(document).attributes().get(attribute));
        Optional<SharedKey> key = collection.key(document);
        if (key.isPresent() && held.filter(wanted::contains).isPresent()) {
          holders.computeIfAbsent(held.get(), first -> new HashSet<>()).add(key.get());
        }
      }
    }
    return any;
  }
}
