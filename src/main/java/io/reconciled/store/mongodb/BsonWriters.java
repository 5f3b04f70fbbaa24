package io.reconciled.store.mongodb;

import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;
import org.bson.BsonBinarySubType;

/**
 * Values of BSON encoded as they lie in a document, to the same bytes as what {@link BsonValues}
 * decodes. Types that have no short way are left to it.
 */
final class BsonWriters {
  private static final int MILLIS = 1_000;
  private static final int NANOS_OF_MILLI = 1_000_000;
  private static final int DATE_DIGITS = 3;
  private static final int UUID_BYTES = 16;
  private static final int EXPONENT_SHIFT = 49;
  private static final int EXPONENT_BIAS = 6_176;
  private static final int EXPONENT_BITS = 0x3FFF;

  /** Two bits that say that the number is not finite, or written in a rare way. */
  private static final long RARE = 0x6000_0000_0000_0000L;

  private static final long HIGH_DIGITS = 0x0001_FFFF_FFFF_FFFFL;

  private BsonWriters() {}

  /**
   * @return false, and nothing is put, where the value is left to {@link BsonValues}
   */
  static boolean put(byte type, byte[] bytes, int at, ByteSink sink) {
    switch (type) {
      case BsonBytes.NULL -> ValueBytes.putNull(sink);
      case BsonBytes.INT32 -> ValueBytes.putWhole(BsonBytes.intAt(bytes, at), sink);
      case BsonBytes.INT64 -> ValueBytes.putWhole(BsonBytes.longAt(bytes, at), sink);
      case BsonBytes.DOUBLE ->
          ValueBytes.putNumber(Double.longBitsToDouble(BsonBytes.longAt(bytes, at)), sink);
      case BsonBytes.DATE_TIME -> putDate(BsonBytes.longAt(bytes, at), sink);
      case BsonBytes.OBJECT_ID ->
          ValueBytes.putBytes(bytes, at, at + BsonBytes.OBJECT_ID_BYTES, sink);
      case BsonBytes.BOOLEAN -> {
        return putTruth(bytes[at], sink);
      }
      case BsonBytes.STRING -> {
        return putText(bytes, at, sink);
      }
      case BsonBytes.DECIMAL128 -> {
        return putDecimal(
            BsonBytes.longAt(bytes, at), BsonBytes.longAt(bytes, at + Long.BYTES), sink);
      }
      case BsonBytes.BINARY -> {
        return putBinary(bytes, at, sink);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void putDate(long millis, ByteSink sink) {
    long seconds = Math.floorDiv(millis, MILLIS);
    int nanos = Math.floorMod(millis, MILLIS) * NANOS_OF_MILLI;
    ValueBytes.putMoment(ValueTag.MOMENT, seconds, nanos, DATE_DIGITS, sink);
  }

  private static boolean putTruth(byte stored, ByteSink sink) {
    boolean known = stored == 0 || stored == 1;
    if (known) {
      ValueBytes.putTruth(stored == 1, sink);
    }
    return known;
  }

  private static boolean putText(byte[] bytes, int at, ByteSink sink) {
    int from = at + Integer.BYTES;
    int end = from + BsonBytes.intAt(bytes, at) - 1;
    boolean ended = end >= from && bytes[end] == 0;
    if (ended) {
      ValueBytes.putText(bytes, from, end, sink);
    }
    return ended;
  }

  /** One of few digits, and at most as many before its point. */
  private static boolean putDecimal(long low, long high, ByteSink sink) {
    int scale = EXPONENT_BIAS - (int) (high >>> EXPONENT_SHIFT & EXPONENT_BITS);
    boolean fits = (high & RARE) != RARE && (high & HIGH_DIGITS) == 0 && low >= 0 && scale >= 0;
    if (fits) {
      ValueBytes.putNumber(high < 0 ? -low : low, scale, sink);
    }
    return fits;
  }

  /** Whether binary data is marked as a UUID whose bytes are in their order. */
  static boolean isUuid(byte[] bytes, int at) {
    return bytes[at + Integer.BYTES] == BsonBinarySubType.UUID_STANDARD.getValue();
  }

  private static boolean putBinary(byte[] bytes, int at, ByteSink sink) {
    int length = BsonBytes.intAt(bytes, at);
    byte subtype = bytes[at + Integer.BYTES];
    int from = at + Integer.BYTES + 1;
    if (subtype == BsonBinarySubType.BINARY.getValue()) {
      ValueBytes.putBytes(bytes, from, from + length, sink);
      return true;
    }
    if (subtype == BsonBinarySubType.UUID_STANDARD.getValue() && length == UUID_BYTES) {
      ValueBytes.putUuid(bytes, from, sink);
      return true;
    }
    return false;
  }
}
