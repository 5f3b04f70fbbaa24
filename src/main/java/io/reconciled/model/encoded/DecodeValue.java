package io.reconciled.model.encoded;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Reads back what {@link ValueBytes} wrote. */
final class DecodeValue {
  private final byte[] bytes;

  DecodeValue(byte[] bytes) {
    this.bytes = bytes;
  }

  Value value(int from, int to) {
    int at = from + 1;
    return switch (bytes[from]) {
      case ValueTag.NULL -> Value.NULL;
      case ValueTag.JSON_NULL -> Value.JSON_NULL;
      case ValueTag.WHOLE -> new Value.Whole(longAt(at));
      case ValueTag.DECIMAL -> decimal(at, to);
      case ValueTag.NOT_FINITE -> new Value.NotFinite(Double.longBitsToDouble(longAt(at)));
      case ValueTag.TEXT -> new Value.Text(Utf8.decode(bytes, at, to));
      case ValueTag.FALSE -> new Value.Bool(false);
      case ValueTag.TRUE -> new Value.Bool(true);
      case ValueTag.MOMENT ->
          new Value.Moment(Instant.ofEpochSecond(longAt(at), nanos(at)), digits(at));
      case ValueTag.LOCAL_MOMENT ->
          new Value.LocalMoment(
              LocalDateTime.ofEpochSecond(longAt(at), nanos(at), ZoneOffset.UTC), digits(at));
      case ValueTag.DATE -> new Value.Date(LocalDate.ofEpochDay(longAt(at)));
      case ValueTag.TIME -> new Value.Time(LocalTime.ofNanoOfDay(longAt(at)));
      case ValueTag.SPAN -> new Value.Span(Duration.ofSeconds(longAt(at), nanos(at)));
      case ValueTag.UUID -> new Value.Uuid(new UUID(longAt(at), longAt(at + Long.BYTES)));
      case ValueTag.BYTES -> new Value.Bytes(HexFormat.of().formatHex(bytes, at, to));
      case ValueTag.DOCUMENT -> NestedBytes.document(bytes, at, to);
      case ValueTag.ARRAY -> NestedBytes.array(bytes, at, to);
      case ValueTag.LABELS -> NestedBytes.labels(bytes, at, to);
      case ValueTag.UNMAPPED -> new Value.Unmapped(Utf8.decode(bytes, at, to));
      default -> throw new IllegalArgumentException("no value begins with byte " + bytes[from]);
    };
  }

  private Value decimal(int at, int to) {
    BigInteger unscaled = new BigInteger(Arrays.copyOfRange(bytes, at + Integer.BYTES, to));
    return new Value.Decimal(new BigDecimal(unscaled, Numbers.intAt(bytes, at)));
  }

  private long longAt(int at) {
    return Numbers.longAt(bytes, at);
  }

  private int nanos(int at) {
    return Numbers.intAt(bytes, at + Long.BYTES);
  }

  private int digits(int at) {
    return bytes[at + Long.BYTES + Integer.BYTES];
  }
}
