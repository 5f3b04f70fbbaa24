package io.reconciled.store.types;

import static io.reconciled.store.types.Meaning.document;
import static io.reconciled.store.types.Meaning.list;
import static io.reconciled.store.types.Meaning.number;
import static io.reconciled.store.types.Meaning.text;
import static io.reconciled.store.types.Meaning.time;

import java.util.List;
import java.util.Map;

/** Every type of BSON, and the literals of each that have bitten somebody. */
final class MongoSamples {
  /** The literal of a field that no document has. */
  static final String ABSENT = "(absent)";

  private MongoSamples() {}

  static List<Sample> all() {
    Samples samples = new Samples("mongodb");
    numbers(samples);
    plain(samples);
    nested(samples);
    unmapped(samples);
    return samples.toList();
  }

  private static void numbers(Samples samples) {
    samples
        .with("int", "0", number("0"))
        .with("int", "1", number("1"))
        .with("long", "NumberLong(\"-9223372036854775808\")", number("-9223372036854775808"))
        .with("double", "1.0", number("1"))
        .with("double", "-0.0", number("0"))
        .with("double", "0.1", number("0.1000000000000000055511151231257827021181583404541015625"))
        .with("double", "{\"$numberDouble\": \"NaN\"}", new Meaning.OddNumber("NaN"))
        .with("double", "{\"$numberDouble\": \"-Infinity\"}", new Meaning.OddNumber("-Infinity"))
        .with("decimal", "NumberDecimal(\"1.00\")", number("1"))
        .with("decimal", "NumberDecimal(\"0.1\")", number("0.1"))
        .with("decimal", "NumberDecimal(\"-0\")", number("0"))
        .with("decimal", "NumberDecimal(\"1E+20\")", number("1e20"))
        .with("decimal", "NumberDecimal(\"1E+6144\")", number("1e6144"))
        .with("decimal", "NumberDecimal(\"-1E-6176\")", number("-1e-6176"))
        .with("decimal", "NumberDecimal(\"NaN\")", new Meaning.OddNumber("NaN"))
        .with("decimal", "NumberDecimal(\"Infinity\")", new Meaning.OddNumber("Infinity"));
  }

  private static void plain(Samples samples) {
    samples
        .with("string", "\"\"", text(""))
        .with("string", "\"a\"", text("a"))
        .with("string", "\"a \"", text("a "))
        .with("string", "\"\\u00e9\"", text("\u00e9"))
        .with("string", "\"e\\u0301\"", text("e\u0301"))
        .with("string", "\"\\ud83d\\ude00\"", text("\ud83d\ude00"))
        .with("string", "\"1\"", text("1"))
        .with("null", "null", new Meaning.Null())
        .with("missing", ABSENT, new Meaning.Absent())
        .with("bool", "true", new Meaning.Truth(true))
        .with("bool", "false", new Meaning.Truth(false))
        .with("date", "ISODate(\"2024-05-06T07:08:09.123Z\")", time("2024-05-06T07:08:09.123Z", 3))
        .with("date", "ISODate(\"2024-05-06T07:08:09Z\")", time("2024-05-06T07:08:09Z", 3))
        .with("date", "{\"$date\": {\"$numberLong\": \"-1\"}}", time("1969-12-31T23:59:59.999Z", 3))
        .with(
            "date",
            "{\"$date\": {\"$numberLong\": \"9223372036854775807\"}}",
            time("+292278994-08-17T07:12:55.807Z", 3))
        .with(
            "binData 4",
            "UUID(\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\")",
            new Meaning.Uuid("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))
        .with(
            "binData 3",
            "HexData(3, \"f81d4fae7dec11d0a76500a0c91e6bf6\")",
            new Meaning.Bytes("f81d4fae7dec11d0a76500a0c91e6bf6"))
        .with("binData 0", "HexData(0, \"00ff\")", new Meaning.Bytes("00ff"))
        .with("binData 128", "HexData(128, \"00ff\")", new Meaning.Bytes("00ff"))
        .with(
            "objectId",
            "ObjectId(\"507f1f77bcf86cd799439011\")",
            new Meaning.Bytes("507f1f77bcf86cd799439011"));
  }

  private static void nested(Samples samples) {
    samples
        .with("object", "{}", new Meaning.Document(Map.of()))
        .with("object", "{\"a\": 1}", document("a", number("1")))
        .with("object", "{\"a\": NumberDecimal(\"1.0\")}", document("a", number("1")))
        .with("object", "{\"a\": null}", document("a", new Meaning.Null()))
        .with("object", "{\"a\": MinKey}", document("a", new Meaning.Unverified()))
        .with(
            "object",
            "{\"a\": 2, \"b\": MinKey}",
            new Meaning.Document(Map.of("a", number("2"), "b", new Meaning.Unverified())))
        .with("object", "{\"a\": {\"b\": [true]}}", nestedTruth())
        .with("array", "[1, \"a\"]", list(number("1"), text("a")))
        .with("array", "[1.0, NumberLong(2)]", list(number("1"), number("2")))
        .with("array", "[]", list())
        .with(
            "array",
            "[ISODate(\"2024-05-06T07:08:09.123Z\"), 1]",
            list(time("2024-05-06T07:08:09.123Z", 3), number("1")));
  }

  private static Meaning nestedTruth() {
    return document("a", document("b", list(new Meaning.Truth(true))));
  }

  private static void unmapped(Samples samples) {
    samples
        .unverified("timestamp", "Timestamp(1, 1)")
        .unverified("regex", "/a/i")
        .unverified("javascript", "{\"$code\": \"x\"}")
        .unverified("javascriptWithScope", "{\"$code\": \"x\", \"$scope\": {}}")
        .unverified("minKey", "MinKey")
        .unverified("maxKey", "MaxKey")
        .unverified("symbol", "{\"$symbol\": \"a\"}")
        .unverified("undefined", "undefined")
        .unverified("dbPointer", dbPointer())
        .unverified("binData 4", "HexData(4, \"00ff\")")
        .unverified("binData 6", "HexData(6, \"00ff\")");
  }

  private static String dbPointer() {
    return "{\"$dbPointer\": {\"$ref\": \"a\", \"$id\": {\"$oid\": \"507f1f77bcf86cd799439011\"}}}";
  }
}
