package io.reconciled.store.mongodb;

import com.mongodb.client.model.Projections;
import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/** A dataset as the collection and the document paths it maps. */
final class MappedCollection {
  static final String ID = "_id";
  private final Dataset dataset;
  private final FieldPath key;
  private final BsonDocument taken;
  private final Map<String, FieldPath> attributes = new HashMap<>();

  MappedCollection(Dataset dataset) {
    this.dataset = dataset;
    this.key = new FieldPath(dataset.keyField());
    this.taken = DocumentFilter.of(dataset);
    dataset.attributes().forEach((name, path) -> attributes.put(name, new FieldPath(path)));
  }

  Dataset dataset() {
    return dataset;
  }

  /** The documents that the dataset takes. */
  BsonDocument taken() {
    return taken;
  }

  FieldPath path(String attribute) {
    return Optional.ofNullable(attributes.get(attribute))
        .orElseThrow(() ->
            new IllegalArgumentException("dataset " + dataset + " has no attribute " + attribute));
  }

  /** Only what is mapped; the document's own {@code _id} as well, for writing. */
  Bson projection() {
    List<String> paths = new ArrayList<>(dataset.attributes().values());
    paths.add(dataset.keyField());
    paths.add(ID);
    return Projections.include(FieldPath.outermost(paths));
  }

  Optional<SharedKey> key(BsonDocument document) {
    return key.in(document).map(BsonValues::decode).flatMap(dataset.keyType()::keyOf);
  }

  /** Why a document has no key. */
  String whyKeyless(BsonDocument document) {
    return switch (key.in(document).map(BsonValues::decode).orElse(Value.NULL)) {
      case Value.Null() -> "null key";
      case Value.Unmapped(String type) -> "key of type " + type;
      case Value other ->
          "key of type " + other.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }

  Image.Present image(BsonDocument document) {
    Map<String, Value> values = HashMap.newHashMap(attributes.size());
    attributes.forEach((name, path) -> {
      Optional<BsonValue> found = path.in(document);
      found.ifPresent(stored -> values.put(name, BsonValues.decode(stored)));
    });
    return new Image.Present(values);
  }
}
