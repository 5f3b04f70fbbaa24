package io.reconciled.store.mongodb;

import com.mongodb.client.MongoCollection;
import io.reconciled.model.Dataset;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** Looks for the indexes without which a look reads a whole collection. */
final class CheckIndexes {
  private final List<List<String>> indexes;

  CheckIndexes(MongoCollection<RawBsonDocument> collection) {
    this.indexes =
        collection.listIndexes(BsonDocument.class).into(new ArrayList<>()).stream()
            .map(index -> List.copyOf(index.getDocument("key").keySet()))
            .toList();
  }

  /**
   * @param lookedUp the attributes by whose values rules look for keys
   */
  List<StoreComplaint> check(Dataset dataset, Set<String> lookedUp) {
    List<StoreComplaint> complaints = new ArrayList<>();
    if (!isIndexed(dataset.keyFields())) {
      complaints.add(
          unindexed(Subject.key(dataset), dataset, "the key field", dataset.keyFields()));
    }
    for (String attribute : lookedUp) {
      String path = dataset.attributes().getOrDefault(attribute, attribute);
      List<String> queried = List.of(new FieldPath(path).queried());
      if (!isIndexed(queried)) {
        complaints.add(
            unindexed(
                Subject.attribute(dataset, attribute),
                dataset,
                "the field that a rule looks for values of,",
                queried));
      }
    }
    return complaints;
  }

  private boolean isIndexed(List<String> fields) {
    return indexes.stream()
        .anyMatch(index ->
            index.size() >= fields.size() && index.subList(0, fields.size()).equals(fields));
  }

  private static StoreComplaint unindexed(
      Subject subject, Dataset dataset, String which, List<String> fields) {
    String collection = dataset.container().getLast();
    return StoreComplaint.warning(
        subject,
        "no index of %s begins with %s %s: every look reads the collection"
            .formatted(collection, which, String.join(", ", fields)),
        "db.getCollection('%s').createIndex({%s})"
            .formatted(
                collection,
                fields.stream().map("'%s': 1"::formatted).collect(Collectors.joining(", "))));
  }
}
