package io.reconciled.model.encoded;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;

/** Values as bytes: a {@link ValueTag}, then what the value consists of. */
public final class ValueBytes {
  private ValueBytes() {}

  public static byte[] of(Value value) {
    ByteSink sink = new ByteSink(16);
    put(value, sink);
    return sink.toArray();
  }

  public static void put(Value value, ByteSink sink) {
    switch (value) {
      case Value.Null nothing -> putNull(sink);
      case Value.JsonNull nothing -> sink.put(ValueTag.JSON_NULL);
      case Value.Whole(long number) -> putWhole(number, sink);
      case Value.Decimal(BigDecimal number) -> NumberBytes.put(number, sink);
      case Value.NotFinite(double number) -> {
        sink.put(ValueTag.NOT_FINITE);
        sink.putLong(Double.doubleToLongBits(number));
      }
      case Value.Text(String text) -> putTagged(ValueTag.TEXT, Utf8.encode(text), sink);
      case Value.Bool(boolean truth) -> putTruth(truth, sink);
      case Value.Moment(Instant instant, int digits) ->
          putMoment(ValueTag.MOMENT, instant, digits, sink);
      case Value.LocalMoment(LocalDateTime local, int digits) ->
          putMoment(ValueTag.LOCAL_MOMENT, local.toInstant(ZoneOffset.UTC), digits, sink);
      case Value.Date(LocalDate date) -> putDate(date.toEpochDay(), sink);
      case Value.Time(LocalTime time) -> putTagged(ValueTag.TIME, time.toNanoOfDay(), sink);
      case Value.Span(java.time.Duration length) -> {
        putTagged(ValueTag.SPAN, length.getSeconds(), sink);
        sink.putInt(length.getNano());
      }
      case Value.Uuid(UUID uuid) -> {
        putTagged(ValueTag.UUID, uuid.getMostSignificantBits(), sink);
        sink.putLong(uuid.getLeastSignificantBits());
      }
      case Value.Bytes(String hex) -> putTagged(ValueTag.BYTES, HexFormat.of().parseHex(hex), sink);
      case Value.Unmapped(String type) -> putTagged(ValueTag.UNMAPPED, Utf8.encode(type), sink);
      case Value.Document document -> NestedBytes.put(document, sink);
      case Value.Array array -> NestedBytes.put(array, sink);
      case Value.Labels labels -> NestedBytes.put(labels, sink);
    }
  }

  public static void putWhole(long number, ByteSink sink) {
    putTagged(ValueTag.WHOLE, number, sink);
  }

  /**
   * A number as {@link Value#number} makes it of a decimal.
   *
   * @param scale how many of its digits are behind the point; not negative
   */
  public static void putNumber(long unscaled, int scale, ByteSink sink) {
    NumberBytes.put(unscaled, scale, sink);
  }

  /** A number as {@link Value#number} makes it of a double. */
  public static void putNumber(double number, ByteSink sink) {
    NumberBytes.put(number, sink);
  }

  /**
   * Text that a store sent as UTF-8. What is no UTF-8 in it becomes what a {@link String} of these
   * bytes would have instead.
   *
   * @param to exclusive
   */
  public static void putText(byte[] text, int from, int to, ByteSink sink) {
    sink.put(ValueTag.TEXT);
    Utf8.put(text, from, to, sink);
  }

  /**
   * @param to exclusive
   */
  public static void putBytes(byte[] bytes, int from, int to, ByteSink sink) {
    sink.put(ValueTag.BYTES);
    sink.put(bytes, from, to);
  }

  public static void putNull(ByteSink sink) {
    sink.put(ValueTag.NULL);
  }

  public static void putTruth(boolean truth, ByteSink sink) {
    sink.put(truth ? ValueTag.TRUE : ValueTag.FALSE);
  }

  /**
   * @param days since 1970-01-01
   */
  public static void putDate(long days, ByteSink sink) {
    putTagged(ValueTag.DATE, days, sink);
  }

  /** A UUID from its sixteen bytes, the highest first. */
  public static void putUuid(byte[] bytes, int from, ByteSink sink) {
    sink.put(ValueTag.UUID);
    sink.put(bytes, from, from + 2 * Long.BYTES);
  }

  /**
   * @param tag {@link ValueTag#MOMENT} or {@link ValueTag#LOCAL_MOMENT}, whose seconds are those of
   *     the same date and time in UTC
   * @param nanos 0 to 999,999,999
   * @param digits as of {@link Value.Moment#digits}
   */
  public static void putMoment(byte tag, long seconds, int nanos, int digits, ByteSink sink) {
    putTagged(tag, seconds, sink);
    sink.putInt(nanos);
    sink.put(digits);
  }

  private static void putMoment(byte tag, Instant instant, int digits, ByteSink sink) {
    putMoment(tag, instant.getEpochSecond(), instant.getNano(), digits, sink);
  }

  private static void putTagged(byte tag, long number, ByteSink sink) {
    sink.put(tag);
    sink.putLong(number);
  }

  private static void putTagged(byte tag, byte[] bytes, ByteSink sink) {
    sink.put(tag);
    sink.put(bytes);
  }

  /**
   * The value that was put.
   *
   * @param to exclusive; greater than {@code from}
   */
  public static Value decode(byte[] bytes, int from, int to) {
    return new DecodeValue(bytes).value(from, to);
  }
}
