package io.reconciled.store.mongodb;

import com.mongodb.client.model.Projections;
import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoredKey;
import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/** A dataset as the collection and the document paths it maps. */
final class MappedCollection {
  static final String ID = "_id";

  /** Bytes that are not marked as a UUID may be one in another order, so they are none. */
  static final Value NO_UUID = new Value.Unmapped("bytes");

  private final Dataset dataset;
  private final List<FieldPath> key;
  private final BsonDocument taken;
  private final Map<String, FieldPath> attributes = new HashMap<>();

  MappedCollection(Dataset dataset) {
    this.dataset = dataset;
    this.key = dataset.keyFields().stream().map(FieldPath::new).toList();
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
    paths.addAll(dataset.keyFields());
    paths.add(ID);
    return Projections.include(FieldPath.outermost(paths));
  }

  List<FieldPath> key() {
    return key;
  }

  Optional<SharedKey> key(BsonDocument document) {
    return StoredKey.keyOf(dataset.keyShape(), storedKey(document));
  }

  /** Why a document has no key. */
  String whyKeyless(BsonDocument document) {
    return StoredKey.whyNone(dataset.keyShape(), storedKey(document));
  }

  private List<Value> storedKey(BsonDocument document) {
    return key.stream()
        .map(part -> part.in(document).map(MappedCollection::keyValue).orElse(Value.NULL))
        .toList();
  }

  /** A value of a key's part, as far as documents hold keys. */
  static Value keyValue(BsonValue stored) {
    Value value = BsonValues.decode(stored);
    return value instanceof Value.Bytes ? NO_UUID : value;
  }

  /** What is at a path, where something is. */
  static Value value(FieldPath path, BsonValue stored) {
    return path.isOfEach() && stored.isArray()
        ? new Value.Array(stored.asArray().stream().map(BsonValues::decode).toList())
        : BsonValues.decode(stored);
  }

  Image.Present image(BsonDocument document) {
    Map<String, Value> values = HashMap.newHashMap(attributes.size());
    attributes.forEach((name, path) -> {
      Optional<BsonValue> found = path.in(document);
      found.ifPresent(stored -> values.put(name, value(path, stored)));
    });
    return new Image.Present(values);
  }
}
