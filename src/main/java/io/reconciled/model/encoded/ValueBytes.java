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
      case Value.Null nothing -> sink.put(ValueTag.NULL);
      case Value.JsonNull nothing -> sink.put(ValueTag.JSON_NULL);
      case Value.Whole(long number) -> putWhole(number, sink);
      case Value.Decimal(BigDecimal number) -> putDecimal(number, sink);
      case Value.NotFinite(double number) -> {
        sink.put(ValueTag.NOT_FINITE);
        sink.putLong(Double.doubleToLongBits(number));
      }
      case Value.Text(String text) -> putTagged(ValueTag.TEXT, Utf8.encode(text), sink);
      case Value.Bool(boolean truth) -> sink.put(truth ? ValueTag.TRUE : ValueTag.FALSE);
      case Value.Moment(Instant instant, int digits) ->
          putMoment(ValueTag.MOMENT, instant, digits, sink);
      case Value.LocalMoment(LocalDateTime local, int digits) ->
          putMoment(ValueTag.LOCAL_MOMENT, local.toInstant(ZoneOffset.UTC), digits, sink);
      case Value.Date(LocalDate date) -> putTagged(ValueTag.DATE, date.toEpochDay(), sink);
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

  private static void putDecimal(BigDecimal number, ByteSink sink) {
    sink.put(ValueTag.DECIMAL);
    sink.putInt(number.scale());
    sink.put(number.unscaledValue().toByteArray());
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
