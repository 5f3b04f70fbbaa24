package io.reconciled.store.sql;

import io.reconciled.model.Value;
import io.reconciled.model.json.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The text forms of PostgreSQL's values. They lose nothing, once the session has said which forms
 * they are; in them the driver gets elements of arrays, and the types that it has no typed call
 * for.
 */
final class PostgresText {
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4, 10, SignStyle.NORMAL)
          .appendPattern("-MM-dd")
          .toFormatter();
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter();
  private static final DateTimeFormatter TIMESTAMPTZ =
      new DateTimeFormatterBuilder().append(TIMESTAMP).appendOffset("+HH:mm", "+00").toFormatter();

  private PostgresText() {}

  /**
   * Reads the text of a type; empty for a type without a canonical form.
   *
   * @param digits fractional digits of a second that the column can hold
   */
  static Optional<Function<String, Value>> of(String type, int digits) {
    return Optional.ofNullable(
        switch (type) {
          case "int2", "int4", "int8", "oid" -> text -> Value.number(Long.parseLong(text));
          case "numeric" -> PostgresText::numeric;
          case "float4" -> text -> Value.number(Float.parseFloat(text));
          case "float8" -> text -> Value.number(Double.parseDouble(text));
          case "text", "varchar", "name", "char", "citext" -> Value::text;
          case "bpchar" -> PostgresText::unpadded;
          case "bool" -> text -> new Value.Bool(text.equals("t"));
          case "timestamptz" -> finite(type, text -> moment(text, digits));
          case "timestamp" -> finite(type, text -> local(text, digits));
          case "date" -> finite(type, text -> new Value.Date(LocalDate.parse(iso(text), DATE)));
          case "time" -> PostgresText::time;
          case "interval" -> finite(type, PostgresText::interval);
          case "uuid" -> text -> new Value.Uuid(UUID.fromString(text));
          case "bytea" -> text -> new Value.Bytes(text.substring("\\x".length()));
          case "bit" -> PostgresText::bits;
          case "json", "jsonb" -> JsonText::read;
          default -> null;
        });
  }

  /** The blanks that fill a fixed length are no data. */
  static Value unpadded(String padded) {
    int end = padded.length();
    while (end > 0 && padded.charAt(end - 1) == ' ') {
      end--;
    }
    return Value.text(padded.substring(0, end));
  }

  private static Function<String, Value> finite(String type, Function<String, Value> canonical) {
    return text ->
        text.endsWith("infinity") ? new Value.Unmapped("infinite " + type) : canonical.apply(text);
  }

  private static Value numeric(String text) {
    return switch (text) {
      case "NaN", "Infinity", "-Infinity" -> Value.number(Double.parseDouble(text));
      default -> Value.number(new BigDecimal(text));
    };
  }

  private static Value moment(String text, int digits) {
    return new Value.Moment(OffsetDateTime.parse(iso(text), TIMESTAMPTZ).toInstant(), digits);
  }

  private static Value local(String text, int digits) {
    return new Value.LocalMoment(LocalDateTime.parse(iso(text), TIMESTAMP), digits);
  }

  /** The year before year 1 is 1 BC, which ISO 8601 calls year 0. */
  private static String iso(String text) {
    if (!text.endsWith(" BC")) {
      return text;
    }
    int dash = text.indexOf('-');
    int year = Integer.parseInt(text, 0, dash, 10) - 1;
    String sign = year == 0 ? "" : "-";
    return "%s%04d%s".formatted(sign, year, text.substring(dash, text.length() - " BC".length()));
  }

  private static Value time(String text) {
    return text.startsWith("24")
        ? new Value.Unmapped("time 24:00")
        : new Value.Time(LocalTime.parse(text));
  }

  /** A day counts 24 hours, as PostgreSQL itself compares; months have no length of their own. */
  private static Value interval(String text) {
    int time = text.indexOf('T');
    String days = time < 0 ? text : text.substring(0, time);
    return days.contains("Y") || days.contains("M")
        ? new Value.Unmapped("interval with months")
        : new Value.Span(Duration.parse(text));
  }

  /** One bit is a truth; several are the digits of a number. */
  private static Value bits(String text) {
    return text.length() == 1
        ? new Value.Bool(text.equals("1"))
        : Value.number(new BigInteger(text, 2));
  }
}
