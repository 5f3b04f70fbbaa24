package io.reconciled.store.types;

import static io.reconciled.store.types.Meaning.document;
import static io.reconciled.store.types.Meaning.length;
import static io.reconciled.store.types.Meaning.list;
import static io.reconciled.store.types.Meaning.number;
import static io.reconciled.store.types.Meaning.text;
import static io.reconciled.store.types.Meaning.time;

import java.util.List;

/** Every type of PostgreSQL, and the literals of each that have bitten somebody. */
final class PostgresSamples {
  static final String[] BEFORE = {
    "CREATE EXTENSION citext",
    "CREATE EXTENSION hstore",
    "CREATE TYPE mood AS ENUM ('sad', 'a')",
    "CREATE TYPE pair AS (a int, b text)",
    "CREATE DOMAIN address AS text"
  };

  private static final String SOME_UUID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

  private PostgresSamples() {}

  static List<Sample> all() {
    Samples samples = new Samples("postgresql");
    numbers(samples);
    texts(samples);
    times(samples);
    plain(samples);
    nested(samples);
    unmapped(samples);
    return samples.toList();
  }

  private static void numbers(Samples samples) {
    samples
        .with("smallint", "-32768", number("-32768"))
        .with("integer", "0", number("0"))
        .with("integer", "1", number("1"))
        .with("integer", "5", number("5"))
        .with("bigint", "9223372036854775807", number("9223372036854775807"))
        .with("bigint", "-9223372036854775808", number("-9223372036854775808"))
        .with("oid", "4294967295", number("4294967295"))
        .with("numeric(10,2)", "1.00", number("1"))
        .with("numeric(10,2)", "0.10", number("0.1"))
        .with("numeric", "18446744073709551615", number("18446744073709551615"))
        .with("numeric", "1e1000", number("1e1000"))
        .with("numeric", "1e-1000", number("1e-1000"))
        .with("numeric", "'NaN'", new Meaning.OddNumber("NaN"))
        .with("numeric", "'Infinity'", new Meaning.OddNumber("Infinity"))
        .with("numeric", "'-Infinity'", new Meaning.OddNumber("-Infinity"))
        .with("real", "0.1", number("0.100000001490116119384765625"))
        .with("real", "16777216", number("16777216"))
        .with("real", "'NaN'", new Meaning.OddNumber("NaN"))
        .with(
            "double precision",
            "0.1",
            number("0.1000000000000000055511151231257827021181583404541015625"))
        .with("double precision", "'-0'", number("0"))
        .with("double precision", "1e20", number("1e20"))
        .with("double precision", "'Infinity'", new Meaning.OddNumber("Infinity"))
        .with("bit(3)", "B'101'", number("5"))
        .with("bit(64)", "CAST(-1 AS bit(64))", number("18446744073709551615"))
        .with("bit(70)", "B'1" + "0".repeat(69) + "'", number("590295810358705651712"));
  }

  private static void texts(Samples samples) {
    samples
        .with("text", "''", text(""))
        .with("text", "'a'", text("a"))
        .with("varchar(9)", "'a '", text("a "))
        .with("char(9)", "'a '", text("a"))
        .with("text", "E'\\u00e9'", text("\u00e9"))
        .with("text", "E'e\\u0301'", text("e\u0301"))
        .with("text", "E'\\U0001F600'", text("\ud83d\ude00"))
        .with("text", "'null'", text("null"))
        .with("text", "'1'", text("1"))
        .with("citext", "'A'", text("A"))
        .with("name", "'a'", text("a"))
        .with("\"char\"", "'a'", text("a"))
        .with("mood", "'a'", text("a"))
        .with("address", "'a'", text("a"));
  }

  private static void times(Samples samples) {
    samples
        .with(
            "timestamptz",
            "'2024-05-06 09:08:09.123456+02'",
            time("2024-05-06T07:08:09.123456Z", 6))
        .with("timestamptz(3)", "'2024-05-06 07:08:09.123Z'", time("2024-05-06T07:08:09.123Z", 3))
        .with("timestamptz(0)", "'2024-05-06 07:08:09Z'", time("2024-05-06T07:08:09Z", 0))
        .with("timestamp", "'2024-05-06 07:08:09.123456'", time("2024-05-06T07:08:09.123456Z", 6))
        .with("timestamp", "'1969-12-31 23:59:59.999999'", time("1969-12-31T23:59:59.999999Z", 6))
        .with("timestamptz", "'0044-03-15 01:02:03Z BC'", time("-0043-03-15T01:02:03Z", 6))
        .with("timestamp", "'0005-02-29 00:00:00 BC'", time("-0004-02-29T00:00:00Z", 6))
        .with("timestamp", "'9999-12-31 23:59:59.999999'", time("9999-12-31T23:59:59.999999Z", 6))
        .unverified("timestamptz", "'infinity'")
        .unverified("timestamp", "'-infinity'")
        .with("date", "'2024-02-29'", new Meaning.Date("2024-02-29"))
        .with("timestamptz", "'0005-02-29 00:00:00Z BC'", time("-0004-02-29T00:00:00Z", 6))
        .with("date", "'0005-02-29 BC'", new Meaning.Date("-0004-02-29"))
        .with("date", "'0001-12-31 BC'", new Meaning.Date("0000-12-31"))
        .with("date", "'9999-12-31'", new Meaning.Date("9999-12-31"))
        .unverified("date", "'infinity'")
        .with("time", "'00:00'", new Meaning.TimeOfDay(0))
        .with("time", "'23:59:59.999999'", new Meaning.TimeOfDay(86_399_999_999_000L))
        .unverified("time", "'24:00'")
        .unverified("timetz", "'07:08:09+02'")
        .with("interval", "'1 day'", length("86400"))
        .with("interval", "'24:00'", length("86400"))
        .with("interval", "'-0.000001 s'", length("-0.000001"))
        .unverified("interval", "'1 month'")
        .unverified("interval", "'infinity'");
  }

  private static void plain(Samples samples) {
    samples
        .with("text", "NULL", new Meaning.Null())
        .with("jsonb", "NULL", new Meaning.Null())
        .with("boolean", "true", new Meaning.Truth(true))
        .with("boolean", "false", new Meaning.Truth(false))
        .with("bit", "B'1'", new Meaning.Truth(true))
        .with("uuid", "'" + SOME_UUID + "'", new Meaning.Uuid(SOME_UUID))
        .with("bytea", "''", new Meaning.Bytes(""))
        .with("bytea", "'\\x00ff'", new Meaning.Bytes("00ff"))
        .with(
            "bytea",
            "'\\xf81d4fae7dec11d0a76500a0c91e6bf6'",
            new Meaning.Bytes("f81d4fae7dec11d0a76500a0c91e6bf6"));
  }

  private static void nested(Samples samples) {
    samples
        .with("json", "'null'", new Meaning.JsonNull())
        .with("jsonb", "'null'", new Meaning.JsonNull())
        .with("jsonb", "'{\"a\": 1.0}'", document("a", number("1")))
        .with("json", "'{\"a\": 1e0}'", document("a", number("1")))
        .with("json", "'{\"a\": \"1\"}'", document("a", text("1")))
        .with("json", "'{\"a\": null}'", document("a", new Meaning.Null()))
        .with("json", "'{}'", new Meaning.Document(java.util.Map.of()))
        .with("json", "'[1, \"a\"]'", list(number("1"), text("a")))
        .with("json", "'\"a\"'", text("a"))
        .with("json", "'true'", new Meaning.Truth(true))
        .with("json", "'0.1'", number("0.1"))
        .unverified("json", "'{\"a\": 1, \"a\": 1}'")
        .with("json", "'{\"a\": 1e999999999}'", document("a", new Meaning.Unverified()))
        .with("integer[]", "'{1,2}'", list(number("1"), number("2")))
        .with("numeric[]", "'{1.0,NULL}'", list(number("1"), new Meaning.Null()))
        .with("real[]", "'{16777216}'", list(number("16777216")))
        .with("integer[]", "'{{1},{2}}'", list(list(number("1")), list(number("2"))))
        .with("text[]", "'{a,\"NULL\"}'", list(text("a"), text("NULL")))
        .with("mood[]", "'{a}'", list(text("a")))
        .with("boolean[]", "'{t}'", list(new Meaning.Truth(true)))
        .with(
            "timestamp[]",
            "'{2024-05-06 07:08:09.123456,infinity}'",
            list(time("2024-05-06T07:08:09.123456Z", 6), new Meaning.Unverified()))
        .with(
            "timestamptz[]", "'{0044-03-15 01:02:03Z BC}'", list(time("-0043-03-15T01:02:03Z", 6)))
        .with("date[]", "'{2024-02-29}'", list(new Meaning.Date("2024-02-29")))
        .with("uuid[]", "'{" + SOME_UUID + "}'", list(new Meaning.Uuid(SOME_UUID)))
        .with("bytea[]", "ARRAY['\\x00ff'::bytea]", list(new Meaning.Bytes("00ff")))
        .with("interval[]", "'{1 day}'", list(length("86400")))
        .with("jsonb[]", "ARRAY['{\"a\": 1}'::jsonb]", list(document("a", number("1"))))
        .unverified("integer[]", "'[0:1]={1,2}'");
  }

  private static void unmapped(Samples samples) {
    samples
        .unverified("money", "1.5")
        .unverified("int4range", "'[1,5)'")
        .unverified("int4multirange", "'{[1,5)}'")
        .unverified("inet", "'10.0.0.1'")
        .unverified("cidr", "'10.0.0.0/8'")
        .unverified("macaddr", "'08:00:2b:01:02:03'")
        .unverified("xml", "'<a/>'")
        .unverified("hstore", "'a=>1'")
        .unverified("tsvector", "'a'")
        .unverified("point", "'(1,2)'")
        .unverified("varbit", "B'101'")
        .unverified("pair", "'(1,x)'")
        .unverified("address[]", "'{a}'")
        .unverified("money[]", "'{1}'")
        .unverified("pg_lsn", "'0/0'");
  }
}
