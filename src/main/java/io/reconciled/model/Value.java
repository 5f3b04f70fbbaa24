package io.reconciled.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A typed canonical value, decoded from a column or a document field.
 *
 * <p>Numbers are canonical: whatever kind of column held it, a whole number that fits 64 bits is
 * {@link Whole}, every other finite number is {@link Decimal} without trailing zeros; so that equal
 * numbers are equal records. An absent field is not a value: it is missing from its image.
 */
public sealed interface Value {

  /** A stored null: present, and holding nothing. Within a document or a list it is JSON's null. */
  record Null() implements Value {
    @Override
    public String toString() {
      return "null";
    }
  }

  /** The JSON text {@code null} in a column of JSON, which is a value; the column is not null. */
  record JsonNull() implements Value {
    @Override
    public String toString() {
      return "JSON null";
    }
  }

  record Whole(long number) implements Value {
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  /** A finite number that is not a {@link Whole}; made by {@link Value#number} only. */
  record Decimal(BigDecimal number) implements Value {
    @Override
    public String toString() {
      return number.toPlainString();
    }
  }

  /** NaN, Infinity or -Infinity. */
  record NotFinite(double number) implements Value {
    @Override
    public String toString() {
      return Double.toString(number);
    }
  }

  record Text(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  record Bool(boolean truth) implements Value {
    @Override
    public String toString() {
      return Boolean.toString(truth);
    }
  }

  /**
   * A point in time.
   *
   * @param digits fractional digits of a second that its column can hold, 0 to 9
   */
  record Moment(Instant instant, int digits) implements Value {
    @Override
    public String toString() {
      return instant.toString();
    }
  }

  /**
   * What a column without a time zone holds: which moment it is, its mapping must say.
   *
   * @param digits fractional digits of a second that its column can hold, 0 to 9
   */
  record LocalMoment(LocalDateTime local, int digits) implements Value {
    @Override
    public String toString() {
      return local.toString();
    }
  }

  record Date(LocalDate date) implements Value {
    @Override
    public String toString() {
      return date.toString();
    }
  }

  record Time(LocalTime time) implements Value {
    @Override
    public String toString() {
      return time.toString();
    }
  }

  /** An exact length of time; one that counts months has none, since they differ. */
  record Span(Duration duration) implements Value {
    @Override
    public String toString() {
      return duration.toString();
    }
  }

  record Uuid(UUID uuid) implements Value {
    @Override
    public String toString() {
      return uuid.toString();
    }
  }

  /**
   * @param hex two lower-case digits per byte; made by {@link Value#bytes}
   */
  record Bytes(String hex) implements Value {
    public byte[] toArray() {
      return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
      return "0x" + hex;
    }
  }

  /**
   * Named fields without an order, as in JSON.
   *
   * @param fields none of them twice; a field may hold {@link Null}
   */
  record Document(SortedMap<String, Value> fields) implements Value {
    public Document {
      SortedMap<String, Value> inOurOrder = new TreeMap<>();
      inOurOrder.putAll(fields);
      fields = Collections.unmodifiableSortedMap(inOurOrder);
    }

    @Override
    public String toString() {
      return fields.toString();
    }
  }

  /** Elements in an order that counts. */
  record Array(List<Value> elements) implements Value {
    public Array {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return elements.toString();
    }
  }

  /** A choice of labels without an order, as in a column of MySQL's type {@code set}. */
  record Labels(SortedSet<String> labels) implements Value {
    public Labels {
      SortedSet<String> inOurOrder = new TreeSet<>();
      inOurOrder.addAll(labels);
      labels = Collections.unmodifiableSortedSet(inOurOrder);
    }

    @Override
    public String toString() {
      return labels.toString();
    }
  }

  /** A value of a type that has no canonical form here; what depends on it is unverified. */
  record Unmapped(String type) implements Value {
    @Override
    public String toString() {
      return "(unmapped type " + type + ")";
    }
  }

  Value NULL = new Null();
  Value JSON_NULL = new JsonNull();

  /**
   * How many digits a number may have before its point, and how many after it. Every number that a
   * store here calculates with has fewer; in a text, {@code 1e999999999} is eleven characters.
   */
  int MOST_DIGITS = 150_000;

  /** Whether nothing in it is {@link Unmapped}, so that equal records are equal values. */
  static boolean isMapped(Value value) {
    return switch (value) {
      case Unmapped unmapped -> false;
      case Document document -> document.fields().values().stream().allMatch(Value::isMapped);
      case Array array -> array.elements().stream().allMatch(Value::isMapped);
      default -> true;
    };
  }

  static Value number(long number) {
    return new Whole(number);
  }

  static Value number(BigInteger number) {
    return number.bitLength() < Long.SIZE
        ? new Whole(number.longValue())
        : new Decimal(new BigDecimal(number));
  }

  /**
   * @return {@link Unmapped} where the number has more than {@link #MOST_DIGITS}
   */
  static Value number(BigDecimal number) {
    long whole = (long) number.precision() - number.scale();
    if (number.signum() != 0 && Math.abs(whole) > MOST_DIGITS) {
      return new Unmapped("number too large");
    }
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() > MOST_DIGITS) {
      return new Unmapped("number too large");
    }
    if (stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 19) {
      return number(stripped.toBigIntegerExact());
    }
    return stripped.scale() < 0 ? new Decimal(stripped.setScale(0)) : new Decimal(stripped);
  }

  /** The binary value that the double holds, exactly: 0.1 is 0.1000000000000000055511151231…. */
  static Value number(double number) {
    return Double.isFinite(number) ? number(new BigDecimal(number)) : new NotFinite(number);
  }

  static Value bytes(byte[] bytes) {
    return new Bytes(HexFormat.of().formatHex(bytes));
  }

  static Value text(String text) {
    return new Text(text);
  }
}
