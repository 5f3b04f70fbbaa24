package io.reconciled.store.mongodb;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoredKey;
import io.reconciled.model.Value;
import io.reconciled.store.ChangeEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonParseException;

/** The shared keys that a document's change shows: in its {@code _id}, before it, and after it. */
final class CapturedDocument {
  private CapturedDocument() {}

  static Set<SharedKey> keys(Dataset dataset, ChangeEvent event) {
    Set<SharedKey> keys = new LinkedHashSet<>();
    if (isInId(dataset)) {
      json(event.id(), "id")
          .map(id -> new BsonDocument(MappedCollection.ID, id))
          .flatMap(document -> key(dataset, document))
          .ifPresent(keys::add);
    } else {
      key(dataset, event.before()).ifPresent(keys::add);
      key(dataset, event.after()).ifPresent(keys::add);
    }
    return keys;
  }

  static boolean mayHideFormerKey(Dataset dataset, ChangeEvent event) {
    return event.update() && !isInId(dataset) && key(dataset, event.before()).isEmpty();
  }

  /** Whether the {@code _id}, which every change shows, tells the whole key. */
  static boolean isInId(Dataset dataset) {
    return dataset.keyFields().stream()
        .allMatch(field ->
            field.equals(MappedCollection.ID) || field.startsWith(MappedCollection.ID + "."));
  }

  private static Optional<SharedKey> key(Dataset dataset, Map<String, Object> image) {
    return json(image, "json")
        .filter(BsonValue::isDocument)
        .flatMap(document -> key(dataset, document.asDocument()));
  }

  private static Optional<SharedKey> key(Dataset dataset, BsonDocument document) {
    List<Value> stored = new ArrayList<>();
    for (int i = 0; i < dataset.keyFields().size(); i++) {
      KeyType type = dataset.keyShape().parts().get(i);
      new FieldPath(dataset.keyFields().get(i))
          .in(document)
          .flatMap(value -> part(type, value))
          .ifPresent(stored::add);
    }
    return StoredKey.keyOf(dataset.keyShape(), stored);
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

  /** The engine prints a UUID of some kinds, and an ObjectId, as text. */
  private static Optional<Value> part(KeyType type, BsonValue value) {
    return switch (value.getBsonType()) {
      case INT32, INT64, DOUBLE, DECIMAL128, BINARY ->
          Optional.of(MappedCollection.keyValue(value));
      case STRING ->
          type == KeyType.UUID
              ? type.parsePart(value.asString().getValue()).map(CapturedDocument::value)
              : Optional.of(Value.text(value.asString().getValue()));
      case OBJECT_ID -> Optional.of(Value.text(value.asObjectId().getValue().toHexString()));
      default -> Optional.empty();
    };
  }

  private static Value value(SharedKey.Single part) {
    return switch (part) {
      case SharedKey.IntegerKey(long number) -> Value.number(number);
      case SharedKey.TextKey(String text) -> Value.text(text);
      case SharedKey.UuidKey(UUID uuid) -> new Value.Uuid(uuid);
    };
  }
}
