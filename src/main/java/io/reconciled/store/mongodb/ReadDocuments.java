package io.reconciled.store.mongodb;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.Filters;
import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** Reads the documents of given keys. */
final class ReadDocuments {
  /** By bytes, whatever the collection's own collation. */
  static final Collation BINARY = Collation.builder().locale("simple").build();

  private final MongoConnection connection;

  ReadDocuments(MongoConnection connection) {
    this.connection = connection;
  }

  FindIterable<RawBsonDocument> find(MappedCollection collection, Bson filter) {
    return connection
        .collection(collection.dataset())
        .find(filter)
        .projection(collection.projection())
        .collation(BINARY);
  }

  Map<SharedKey, Image> read(MappedCollection collection, Collection<SharedKey> keys) {
    Map<SharedKey, Image> images = LinkedHashMap.newLinkedHashMap(keys.size());
    keys.forEach(key -> images.put(key, Image.ABSENT));
    if (keys.isEmpty()) {
      return images;
    }
    Map<SharedKey, List<RawBsonDocument>> found = documents(collection, images.keySet());
    if (found.isEmpty()) {
      connection.requireCollection(collection.dataset());
    }
    found.forEach((key, documents) ->
        images.computeIfPresent(key, (asked, absent) -> image(collection, documents)));
    return images;
  }

  /** The documents that have one of the keys, by key. */
  Map<SharedKey, List<RawBsonDocument>> documents(
      MappedCollection collection, Collection<SharedKey> keys) {
    Map<SharedKey, List<RawBsonDocument>> byKey = new LinkedHashMap<>();
    try (MongoCursor<RawBsonDocument> documents =
        find(collection, new KeyFilters(collection).in(keys)).cursor()) {
      while (documents.hasNext()) {
        RawBsonDocument document = documents.next();
        collection
            .key(document)
            .ifPresent(key -> byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(document));
      }
    }
    return byKey;
  }

  /** The keys of the documents that hold one of the values. */
  Map<Value, Set<SharedKey>> holders(
      MappedCollection collection, String attribute, Collection<Value> values) {
    String path = collection.path(attribute).dotted();
    Map<Value, Set<SharedKey>> holders = new HashMap<>();
    Bson holding = Filters.in(path, values.stream().map(BsonValues::encode).toList());
    try (MongoCursor<RawBsonDocument> documents = find(collection, holding).cursor()) {
      while (documents.hasNext()) {
        RawBsonDocument document = documents.next();
        Value held = collection.image(document).attributes().getOrDefault(attribute, Value.NULL);
        collection
            .key(document)
            .filter(key -> values.contains(held))
            .ifPresent(key -> holders.computeIfAbsent(held, first -> new HashSet<>()).add(key));
      }
    }
    return holders;
  }

  static Image image(MappedCollection collection, List<RawBsonDocument> documents) {
    if (collection.dataset().severalRows() && !documents.isEmpty()) {
      return new Image.Several(
          documents.stream().map(collection::image).map(Image.Present::attributes).toList());
    }
    return switch (documents.size()) {
      case 0 -> Image.ABSENT;
      case 1 -> collection.image(documents.getFirst());
      default -> new Image.Duplicate(documents.size());
    };
  }
}
