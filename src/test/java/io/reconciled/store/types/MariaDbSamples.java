package io.reconciled.store.types;

import static io.reconciled.store.types.Meaning.document;
import static io.reconciled.store.types.Meaning.labels;
import static io.reconciled.store.types.Meaning.list;
import static io.reconciled.store.types.Meaning.number;
import static io.reconciled.store.types.Meaning.text;
import static io.reconciled.store.types.Meaning.time;

import java.util.List;

/** Every type of MariaDB, and the literals of each that have bitten somebody. */
final class MariaDbSamples {
  /** A lax server stores what is no value of its type. */
  static final String[] BEFORE = {"SET time_zone = '+00:00', sql_mode = ''"};

  private static final String SOME_UUID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

  private MariaDbSamples() {}

  static List<Sample> all() {
    Samples samples = new Samples("mariadb");
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
        .with("tinyint(4)", "1", number("1"))
        .with("tinyint(1)", "5", number("5"))
        .with("smallint unsigned", "65535", number("65535"))
        .with("mediumint", "-8388608", number("-8388608"))
        .with("int(9) unsigned zerofill", "1", number("1"))
        .with("bigint", "-9223372036854775808", number("-9223372036854775808"))
        .with("bigint unsigned", "18446744073709551615", number("18446744073709551615"))
        .with("decimal(10,2)", "1.00", number("1"))
        .with("decimal(10,2)", "0.10", number("0.1"))
        .with("decimal(65,0)", "1e60", number("1e60"))
        .with("float", "0.1", number("0.100000001490116119384765625"))
        .with("float", "16777216", number("16777216"))
        .with("double", "0.1", number("0.1000000000000000055511151231257827021181583404541015625"))
        .with("double", "-0e0", number("0"))
        .with("double", "1e20", number("1e20"))
        .with("bit(3)", "b'101'", number("5"))
        .with("bit(64)", "~0", number("18446744073709551615"))
        .with("year", "2024", number("2024"))
        .unverified("year", "0");
  }

  private static void texts(Samples samples) {
    samples
        .with("varchar(9)", "''", text(""))
        .with("varchar(9)", "'a'", text("a"))
        .with("varchar(9)", "'a '", text("a "))
        .with("char(9)", "'a '", text("a"))
        .with("tinytext", "'a'", text("a"))
        .with("text", "_utf8mb4 x'c3a9'", text("\u00e9"))
        .with("mediumtext", "_utf8mb4 x'65cc81'", text("e\u0301"))
        .with("longtext", "_utf8mb4 x'f09f9880'", text("\ud83d\ude00"))
        .with("varchar(9) character set latin1", "_latin1 x'e9'", text("\u00e9"))
        .with("varchar(9)", "'null'", text("null"))
        .with("enum('a','b')", "'a'", text("a"))
        .unverified("enum('a','b')", "'c'")
        .unverified("enum('','b')", "''")
        .with("set('a','b','c')", "'c,a'", labels("a", "c"))
        .with("set('c','a')", "'a,c'", labels("a", "c"))
        .with("set('a','b','c')", "''", labels());
  }

  private static void times(Samples samples) {
    samples
        .with("datetime(6)", "'2024-05-06 07:08:09.123456'", time("2024-05-06T07:08:09.123456Z", 6))
        .with("datetime(3)", "'2024-05-06 07:08:09.123'", time("2024-05-06T07:08:09.123Z", 3))
        .with("datetime", "'2024-05-06 07:08:09'", time("2024-05-06T07:08:09Z", 0))
        .with("datetime(6)", "'1969-12-31 23:59:59.999999'", time("1969-12-31T23:59:59.999999Z", 6))
        .with("datetime(6)", "'9999-12-31 23:59:59.999999'", time("9999-12-31T23:59:59.999999Z", 6))
        .unverified("datetime", "'0000-00-00'")
        .unverified("datetime", "'2024-05-00 01:02:03'")
        .with(
            "timestamp(6) NULL",
            "'2024-05-06 07:08:09.123456'",
            time("2024-05-06T07:08:09.123456Z", 6))
        .with("timestamp NULL", "'2024-05-06 07:08:09'", time("2024-05-06T07:08:09Z", 0))
        .unverified("timestamp NULL", "'0000-00-00'")
        .with("date", "'2024-02-29'", new Meaning.Date("2024-02-29"))
        .with("date", "'9999-12-31'", new Meaning.Date("9999-12-31"))
        .unverified("date", "'0000-00-00'")
        .unverified("date", "'2024-00-10'")
        .unverified("date", "'0000-05-06'")
        .with("time", "'00:00'", new Meaning.TimeOfDay(0))
        .with("time(6)", "'23:59:59.999999'", new Meaning.TimeOfDay(86_399_999_999_000L))
        .unverified("time", "'24:00'")
        .unverified("time", "'-00:00:01'")
        .unverified("time", "'838:59:59'");
  }

  private static void plain(Samples samples) {
    samples
        .with("varchar(9)", "NULL", new Meaning.Null())
        .with("json", "NULL", new Meaning.Null())
        .with("date", "NULL", new Meaning.Null())
        .with("datetime", "NULL", new Meaning.Null())
        .with("set('a')", "NULL", new Meaning.Null())
        .with("boolean", "true", new Meaning.Truth(true))
        .with("tinyint(1)", "0", new Meaning.Truth(false))
        .with("bit(1)", "b'1'", new Meaning.Truth(true))
        .with("uuid", "'" + SOME_UUID + "'", new Meaning.Uuid(SOME_UUID))
        .with("varbinary(9)", "''", new Meaning.Bytes(""))
        .with("binary(2)", "x'00ff'", new Meaning.Bytes("00ff"))
        .with("binary(3)", "x'00ff'", new Meaning.Bytes("00ff00"))
        .with("tinyblob", "x'00ff'", new Meaning.Bytes("00ff"))
        .with("blob", "x'00ff'", new Meaning.Bytes("00ff"))
        .with("longblob", "x'00ff'", new Meaning.Bytes("00ff"))
        .with(
            "binary(16)",
            "x'f81d4fae7dec11d0a76500a0c91e6bf6'",
            new Meaning.Bytes("f81d4fae7dec11d0a76500a0c91e6bf6"));
  }

  private static void nested(Samples samples) {
    samples
        .with("json", "'null'", new Meaning.JsonNull())
        .with("json", "'{\"a\": 1.0}'", document("a", number("1")))
        .with("json", "'{\"a\": null}'", document("a", new Meaning.Null()))
        .with("json", "'{\"a\": 2}'", document("a", number("2")))
        .with("json", "'[1, \"a\"]'", list(number("1"), text("a")))
        .with("json", "'[1, 2]'", list(number("1"), number("2")))
        .with("json", "'\"a\"'", text("a"))
        .unverified("json", "'{\"a\": 1, \"a\": 1}'")
        .with("longtext", "'{}'", text("{}"));
  }

  private static void unmapped(Samples samples) {
    samples
        .unverified("inet4", "'10.0.0.1'")
        .unverified("inet6", "'::1'")
        .unverified("geometry", "POINT(1, 2)")
        .unverified("point", "POINT(1, 2)");
  }
}
