package io.reconciled.store.mongodb;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.ChangeEvent;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonParseException;

/** The shared keys that a document's change shows: in its {@code _id}, before it, and after it. */
final class CapturedDocument {
  private CapturedDocument() {}

  static Set<SharedKey> keys(Dataset dataset, ChangeEvent event) {
    Set<SharedKey> keys = new LinkedHashSet<>();
    if (dataset.keyField().equals("_id")) {
      json(event.id(), "id").flatMap(id -> key(dataset.keyType(), id)).ifPresent(keys::add);
    } else {
      key(dataset, event.before()).ifPresent(keys::add);
      key(dataset, event.after()).ifPresent(keys::add);
    }
    return keys;
  }

  private static Optional<SharedKey> key(Dataset dataset, Map<String, Object> image) {
    Optional<BsonValue> at = json(image, "json");
    for (String name : dataset.keyField().split("\\.", -1)) {
      at = at.filter(BsonValue::isDocument).flatMap(outer -> field(outer.asDocument(), name));
    }
    return at.flatMap(value -> key(dataset.keyType(), value));
  }

  private static Optional<BsonValue> field(BsonDocument document, String name) {
    return Optional.ofNullable(document.get(name));
  }

  /** A value by itself is no JSON document, so it is read as the one field of one. */
  private static Optional<BsonValue> json(Map<String, Object> image, String name) {
    try {
      return Optional.ofNullable(image.get(name))
          .flatMap(text -> field(BsonDocument.parse("{\"value\": " + text + "}"), "value"));
    } catch (JsonParseException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<SharedKey> key(KeyType type, BsonValue value) {
    return switch (value.getBsonType()) {
      case INT32, INT64, DOUBLE, DECIMAL128, BINARY -> type.keyOf(BsonValues.decode(value));
      case STRING ->
          type == KeyType.UUID
              ? type.parse(value.asString().getValue())
              : type.keyOf(Value.text(value.asString().getValue()));
      case OBJECT_ID -> type.keyOf(Value.text(value.asObjectId().getValue().toHexString()));
      default -> Optional.empty();
    };
  }
}
