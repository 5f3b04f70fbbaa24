package io.reconciled.store.mongodb;

import com.mongodb.client.model.Filters;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * Shared keys in the query language. Numbers are equal whatever their BSON type. Operators look
 * into arrays as well: one that holds a key may be found, and has none.
 */
final class KeyFilters {
  private static final List<String> NUMBERS = List.of("int", "long", "double", "decimal");

  /** All types but null, and the array, which no index tells apart. */
  private static final List<String> OTHERS =
      List.of(
          "string",
          "object",
          "binData",
          "objectId",
          "bool",
          "date",
          "regex",
          "dbPointer",
          "symbol",
          "javascript",
          "javascriptWithScope",
          "timestamp",
          "undefined",
          "minKey",
          "maxKey");

  private final String field;
  private final List<String> types;

  KeyFilters(MappedCollection collection) {
    this.field = collection.dataset().keyField();
    this.types = bsonTypes(collection.dataset().keyType());
  }

  private static List<String> bsonTypes(KeyType type) {
    return switch (type) {
      case INTEGER -> NUMBERS;
      case TEXT -> List.of("string");
      case UUID -> List.of("binData");
    };
  }

  Bson in(Collection<SharedKey> keys) {
    return Filters.in(field, keys.stream().map(BsonValues::encode).toList());
  }

  Bson is(SharedKey key) {
    return Filters.eq(field, BsonValues.encode(key));
  }

  /** Documents with a key of the right type, within the range. */
  Bson within(KeyRange range) {
    List<Bson> all = new ArrayList<>(List.of(ofTypes(types)));
    range.from().ifPresent(from -> all.add(Filters.gte(field, BsonValues.encode(from))));
    range.to().ifPresent(to -> all.add(Filters.lt(field, BsonValues.encode(to))));
    return Filters.and(all);
  }

  Bson after(SharedKey key) {
    return Filters.and(within(KeyRange.ALL), Filters.gt(field, BsonValues.encode(key)));
  }

  /** Documents whose key is absent, null, or of another type; found by the key's index. */
  Bson keyless() {
    List<String> unlike =
        Stream.concat(NUMBERS.stream(), OTHERS.stream())
            .filter(type -> !types.contains(type))
            .toList();
    return Filters.or(Filters.eq(field, BsonNull.VALUE), ofTypes(unlike));
  }

  private Bson ofTypes(List<String> names) {
    BsonArray listed = new BsonArray(names.stream().map(BsonString::new).toList());
    return new BsonDocument(field, new BsonDocument("$type", listed));
  }
}
