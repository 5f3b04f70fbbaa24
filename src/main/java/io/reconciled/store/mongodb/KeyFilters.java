package io.reconciled.store.mongodb;

import com.mongodb.client.model.Filters;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;

/** Shared keys in the query language. Numbers are equal whatever their BSON type. */
final class KeyFilters {
  private static final String ARRAY = "array";
  private final String field;
  private final String type;

  KeyFilters(MappedCollection collection) {
    this.field = collection.dataset().keyField();
    this.type = bsonType(collection.dataset().keyType());
  }

  private static String bsonType(KeyType type) {
    return switch (type) {
      case INTEGER -> "number";
      case TEXT -> "string";
      case UUID -> "binData";
    };
  }

  /** May find arrays that hold one of the keys, which is not to have it. */
  Bson in(Collection<SharedKey> keys) {
    return Filters.in(field, keys.stream().map(BsonValues::encode).toList());
  }

  Bson is(SharedKey key) {
    return Filters.eq(field, BsonValues.encode(key));
  }

  /** Documents with a key of the right type, within the range. */
  Bson within(KeyRange range) {
    List<Bson> all = new ArrayList<>(List.of(Filters.type(field, type), notArray()));
    range.from().ifPresent(from -> all.add(Filters.gte(field, BsonValues.encode(from))));
    range.to().ifPresent(to -> all.add(Filters.lt(field, BsonValues.encode(to))));
    return Filters.and(all);
  }

  Bson after(SharedKey key) {
    return Filters.and(within(KeyRange.ALL), Filters.gt(field, BsonValues.encode(key)));
  }

  /** Documents whose key is absent, null, or of another type. */
  Bson keyless() {
    return Filters.or(Filters.not(Filters.type(field, type)), Filters.type(field, ARRAY));
  }

  private Bson notArray() {
    return Filters.not(Filters.type(field, ARRAY));
  }
}
