package io.reconciled.store.mongodb;

import io.reconciled.model.Value;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The values of a document by dotted path, those of nested documents too; lists stay whole. */
final class DocumentFields {
  private static final int DEEPEST = 5;

  private DocumentFields() {}

  static Map<String, Value> of(BsonDocument document) {
    Map<String, Value> fields = new HashMap<>();
    collect("", document, 1, fields);
    return fields;
  }

  private static void collect(
      String prefix, BsonDocument document, int depth, Map<String, Value> fields) {
    for (Map.Entry<String, BsonValue> entry : document.entrySet()) {
      String name = entry.getKey();
      // Such a name cannot be told from a path.
      if (!name.isEmpty() && name.indexOf('.') < 0) {
        if (entry.getValue().isDocument() && depth < DEEPEST) {
          collect(prefix + name + ".", entry.getValue().asDocument(), depth + 1, fields);
        } else {
          fields.put(prefix + name, BsonValues.decode(entry.getValue()));
        }
      }
    }
  }
}
