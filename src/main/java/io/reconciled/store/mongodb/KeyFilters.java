package io.reconciled.store.mongodb;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
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

  private final List<String> fields;
  private final List<KeyType> types;

  KeyFilters(MappedCollection collection) {
    this.fields = collection.dataset().keyFields();
    this.types = collection.dataset().keyShape().parts();
  }

  /** Finds by an index that begins with the key; keys that share their first parts, together. */
  Bson in(Collection<SharedKey> keys) {
    int last = fields.size() - 1;
    Map<List<SharedKey.Single>, List<BsonValue>> byFirstParts = new LinkedHashMap<>();
    for (SharedKey key : keys) {
      byFirstParts
          .computeIfAbsent(key.parts().subList(0, last), first -> new ArrayList<>())
          .addAll(KeyOperands.of(key.parts().get(last)).toList());
    }
    List<Bson> ways = new ArrayList<>();
    byFirstParts.forEach((firstParts, lastParts) -> {
      List<Bson> all = new ArrayList<>();
      for (int i = 0; i < last; i++) {
        all.add(KeyOperands.equal(fields.get(i), firstParts.get(i)));
      }
      all.add(Filters.in(fields.get(last), lastParts));
      ways.add(all(all));
    });
    return any(ways);
  }

  /**
   * The one document that an insert may not add again, and the key that it gets.
   *
   * @param written a value for each part
   */
  Bson is(List<BsonValue> written) {
    boolean withinId =
        fields.stream().allMatch(field -> field.startsWith(MappedCollection.ID + "."));
    if (!withinId) {
      List<Bson> equal = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        equal.add(Filters.eq(fields.get(i), written.get(i)));
      }
      return all(equal);
    }
    BsonDocument id = new BsonDocument();
    for (int i = 0; i < fields.size(); i++) {
      id.append(fields.get(i).substring(MappedCollection.ID.length() + 1), written.get(i));
    }
    return Filters.eq(MappedCollection.ID, id);
  }

  /** Documents with a key of the right types, within the range. */
  Bson within(KeyRange range) {
    return any(
        new KeyPieces(fields)
            .within(range).stream().map(piece -> all(List.of(ofKeyTypes(), piece))).toList());
  }

  Bson after(SharedKey key) {
    return any(
        new KeyPieces(fields)
            .after(key).stream().map(piece -> all(List.of(ofKeyTypes(), piece))).toList());
  }

  Bson ordered() {
    return Sorts.ascending(fields);
  }

  /** Documents of whose key a part is absent, null, or of another type; found by an index. */
  Bson keyless() {
    List<Bson> ways = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      List<String> right = bsonTypes(types.get(i));
      List<String> unlike =
          Stream.concat(NUMBERS.stream(), OTHERS.stream())
              .filter(type -> !right.contains(type))
              .toList();
      ways.add(Filters.eq(fields.get(i), BsonNull.VALUE));
      ways.add(ofTypes(fields.get(i), unlike));
    }
    return any(ways);
  }

  private Bson ofKeyTypes() {
    List<Bson> all = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      all.add(ofTypes(fields.get(i), bsonTypes(types.get(i))));
    }
    return all(all);
  }

  private static List<String> bsonTypes(KeyType type) {
    return switch (type) {
      case INTEGER -> NUMBERS;
      case TEXT -> List.of("string");
      case UUID -> List.of("binData");
    };
  }

  private static Bson ofTypes(String field, List<String> names) {
    BsonArray listed = new BsonArray(names.stream().map(BsonString::new).toList());
    return new BsonDocument(field, new BsonDocument("$type", listed));
  }

  private static Bson all(List<Bson> conditions) {
    return conditions.size() == 1 ? conditions.getFirst() : Filters.and(conditions);
  }

  private static Bson any(List<Bson> conditions) {
    return conditions.size() == 1 ? conditions.getFirst() : Filters.or(conditions);
  }
}
