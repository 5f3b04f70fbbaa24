package io.reconciled.store.mongodb;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.store.Ordering;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/**
 * Whether an index gives a collection's documents in the order of their keys. Text is always
 * compared by its bytes, so that is the only question; an index with a collation answers it for
 * other keys than texts alone.
 */
final class FindOrdering {
  private final MongoConnection connection;

  FindOrdering(MongoConnection connection) {
    this.connection = connection;
  }

  Ordering of(Dataset dataset) {
    if (dataset.view()) {
      return Ordering.own("is a view, which has no index");
    }
    String key = String.join(", ", dataset.keyFields());
    for (BsonDocument index : connection.collection(dataset).listIndexes(BsonDocument.class)) {
      if (leads(index, dataset)) {
        return Ordering.shared("an index begins with " + key);
      }
    }
    return Ordering.own("no index in byte order begins with " + key);
  }

  private static boolean leads(BsonDocument index, Dataset dataset) {
    BsonDocument fields = index.getDocument("key");
    List<String> key = dataset.keyFields();
    boolean begins =
        fields.size() >= key.size()
            && List.copyOf(fields.keySet()).subList(0, key.size()).equals(key);
    boolean whole =
        !index.containsKey("sparse")
            && !index.containsKey("partialFilterExpression")
            && !index.containsKey("hidden");
    boolean byBytes =
        !index.containsKey("collation") || !dataset.keyShape().parts().contains(KeyType.TEXT);
    return begins && whole && byBytes && isOneWay(fields, key);
  }

  /** All up or all down, and nothing but plain fields: no hash, no text. */
  private static boolean isOneWay(BsonDocument fields, List<String> key) {
    Set<Double> ways =
        key.stream()
            .map(fields::get)
            .map(way -> way.isNumber() ? way.asNumber().doubleValue() : Double.NaN)
            .collect(Collectors.toSet());
    return ways.size() == 1 && !ways.contains(Double.NaN);
  }
}
