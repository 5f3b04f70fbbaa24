package io.reconciled.store.mongodb;

import static io.reconciled.store.ColumnKinds.decimal;
import static io.reconciled.store.ColumnKinds.moment;
import static io.reconciled.store.ColumnKinds.unmapped;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import io.reconciled.store.ColumnKinds;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.BsonBinary;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MongoTypesIT {
  private static final UUID SOME_UUID = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

  private final Document document = new Document("_id", 1);
  private final Map<String, Value> expected = new LinkedHashMap<>();

  private void stored(String field, @Nullable Object stored, Value value) {
    document.append(field, stored);
    expected.put(field, value);
  }

  private static Value list(Value... elements) {
    return new Value.Array(List.of(elements));
  }

  private static Value document(String name, Value field) {
    return new Value.Document(new TreeMap<>(Map.of(name, field)));
  }

  @Test
  void eachKindOfFieldIsReadAsItsCanonicalValue() {
    stored("int", 7, Value.number(7));
    stored("long", Long.MIN_VALUE, Value.number(Long.MIN_VALUE));
    stored("whole double", 7.0, Value.number(7));
    stored("double", 0.1, Value.number(0.1));
    stored("negative zero", -0.0, Value.number(0));
    stored("not a number", Double.NaN, new Value.NotFinite(Double.NaN));
    stored("decimal", Decimal128.parse("1.50"), decimal("1.5"));
    stored("large decimal", Decimal128.parse("1E+20"), decimal("100000000000000000000"));
    stored("infinity", Decimal128.POSITIVE_INFINITY, new Value.NotFinite(Double.POSITIVE_INFINITY));
    stored("text", "語 ", Value.text("語 "));
    stored("empty", "", Value.text(""));
    stored("null", null, Value.NULL);
    stored("bool", true, new Value.Bool(true));
    stored(
        "date",
        Date.from(Instant.parse("1969-12-31T23:59:59.999Z")),
        moment("1969-12-31T23:59:59.999Z", 3));
    stored("uuid", new BsonBinary(SOME_UUID), new Value.Uuid(SOME_UUID));
    stored("bytes", new BsonBinary(new byte[] {(byte) 0xca, (byte) 0xfe}), new Value.Bytes("cafe"));
    stored("tiny decimal", Decimal128.parse("-1E-6176"), decimal("-1E-6176"));
    stored("negative zero decimal", Decimal128.NEGATIVE_ZERO, Value.number(0));
    stored(
        "array",
        List.of(1, new Document("a", List.of(2))),
        list(Value.number(1), document("a", list(Value.number(2)))));
    stored("document", new Document("a", null), document("a", Value.NULL));
    stored(
        "object id",
        new ObjectId("507f1f77bcf86cd799439011"),
        new Value.Bytes("507f1f77bcf86cd799439011"));
    stored("legacy uuid", new BsonBinary((byte) 3, new byte[1]), new Value.Bytes("00"));
    stored(
        "short uuid",
        new BsonBinary((byte) 4, new byte[1]),
        unmapped("uuid that is not of 16 bytes"));
    stored("encrypted", new BsonBinary((byte) 6, new byte[1]), unmapped("binary of subtype 6"));
    stored("timestamp", new BsonTimestamp(1, 1), unmapped("timestamp"));
    stored("pattern", Pattern.compile("a"), unmapped("regular_expression"));

    Database database = Servers.shared().mongo().freshDatabase("kinds");
    try (MongoClient client = MongoClients.create(database.url())) {
      client.getDatabase(database.name()).getCollection("kinds").insertOne(document);
    }
    Map<String, String> fields = new HashMap<>();
    expected.keySet().forEach(field -> fields.put(field, field));
    fields.put("absent", "no such field");

    assertThat(ColumnKinds.read(new MongoKind(), database, "kinds", "_id", fields))
        .containsExactlyInAnyOrderEntriesOf(expected);
  }
}
