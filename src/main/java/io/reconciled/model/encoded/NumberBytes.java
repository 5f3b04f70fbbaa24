package io.reconciled.model.encoded;

import io.reconciled.model.Value;
import java.math.BigDecimal;

/** Numbers as values, without an object for one where it fits 64 bits. */
final class NumberBytes {
  private static final double BEYOND_LONG = 0x1p63;

  private NumberBytes() {}

  /** One that is not whole. */
  static void put(BigDecimal number, ByteSink sink) {
    sink.put(ValueTag.DECIMAL);
    sink.putInt(number.scale());
    sink.put(number.unscaledValue().toByteArray());
  }

  static void put(long unscaled, int scale, ByteSink sink) {
    long digits = unscaled;
    int left = unscaled == 0 ? 0 : scale;
    while (left > 0 && digits % 10 == 0) {
      digits /= 10;
      left--;
    }
    if (left == 0) {
      ValueBytes.putWhole(digits, sink);
    } else {
      putDecimal(digits, left, sink);
    }
  }

  /** In as few bytes as two's complement needs, as {@link java.math.BigInteger} does. */
  private static void putDecimal(long unscaled, int scale, ByteSink sink) {
    sink.put(ValueTag.DECIMAL);
    sink.putInt(scale);
    int bits = Long.SIZE - Long.numberOfLeadingZeros(unscaled < 0 ? ~unscaled : unscaled);
    for (int shift = bits / Byte.SIZE * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      sink.put((int) (unscaled >> shift));
    }
  }

  static void put(double number, ByteSink sink) {
    boolean fits = number >= -BEYOND_LONG && number < BEYOND_LONG;
    if (fits && number == Math.rint(number)) {
      ValueBytes.putWhole((long) number, sink);
    } else {
      ValueBytes.put(Value.number(number), sink);
    }
  }
}
