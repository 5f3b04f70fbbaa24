package io.reconciled.store.mongodb;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.store.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonMinKey;
import org.bson.BsonType;
import org.bson.conversions.Bson;

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
        return texts(dataset)
            .map(field -> Ordering.own(field + " holds keys as text, which an index has apart"))
            .orElseGet(() -> Ordering.shared("an index begins with " + key));
      }
    }
    return Ordering.own("no index in byte order begins with " + key);
  }

  /** A field that holds a number or a UUID as text in some document. */
  private Optional<String> texts(Dataset dataset) {
    List<Bson> before = new ArrayList<>();
    for (int i = 0; i < dataset.keyFields().size(); i++) {
      String field = dataset.keyFields().get(i);
      boolean other = dataset.keyShape().parts().get(i) != KeyType.TEXT;
      List<Bson> all = new ArrayList<>(before);
      all.add(Filters.type(field, BsonType.STRING));
      if (other && isAny(dataset, Filters.and(all))) {
        return Optional.of(field);
      }
      // A bound for every field, so that the index is used whose later field it is.
      before.add(Filters.gte(field, new BsonMinKey()));
    }
    return Optional.empty();
  }

  private boolean isAny(Dataset dataset, Bson filter) {
    return Optional.ofNullable(
            connection
                .collection(dataset)
                .find(filter)
                .projection(Projections.include(MappedCollection.ID))
                .collation(ReadDocuments.BINARY)
                .first())
        .isPresent();
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
