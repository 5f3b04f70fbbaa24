package io.reconciled.store.mongodb;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.Filters;
import io.reconciled.model.Image;
import io.reconciled.model.RowsOfKey;
import io.reconciled.model.SharedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
        .find(Filters.and(filter, collection.taken()))
        .projection(collection.projection())
        .collation(BINARY);
  }

  Map<SharedKey, Image> read(MappedCollection collection, Collection<SharedKey> keys) {
    Map<SharedKey, Image> images = LinkedHashMap.newLinkedHashMap(keys.size());
    keys.forEach(key -> images.put(key, Image.ABSENT));
    if (keys.isEmpty()) {
      return images;
    }
    Map<SharedKey, RowsOfKey> found = new HashMap<>();
    each(
        collection,
        images.keySet(),
        (key, document) ->
            found.computeIfAbsent(key, first -> new RowsOfKey()).add(collection.image(document)));
    if (found.isEmpty()) {
      connection.requireCollection(collection.dataset());
    }
    found.forEach((key, rows) ->
        images.computeIfPresent(key, (asked, absent) -> rows.image(collection.dataset())));
    return images;
  }

  /** The documents that have the key. */
  List<RawBsonDocument> documents(MappedCollection collection, SharedKey key) {
    List<RawBsonDocument> documents = new ArrayList<>();
    each(
        collection,
        List.of(key),
        (found, document) -> {
          if (found.equals(key)) {
            documents.add(document);
          }
        });
    return documents;
  }

  private void each(
      MappedCollection collection,
      Collection<SharedKey> keys,
      BiConsumer<SharedKey, RawBsonDocument> visit) {
    try (MongoCursor<RawBsonDocument> documents =
        find(collection, new KeyFilters(collection).in(keys)).cursor()) {
      while (documents.hasNext()) {
        RawBsonDocument document = documents.next();
        collection.key(document).ifPresent(key -> visit.accept(key, document));
      }
    }
  }

  static Image image(MappedCollection collection, List<RawBsonDocument> documents) {
    RowsOfKey rows = new RowsOfKey();
    documents.forEach(document -> rows.add(collection.image(document)));
    return rows.image(collection.dataset());
  }
}
