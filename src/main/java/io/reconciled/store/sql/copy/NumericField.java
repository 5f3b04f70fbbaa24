package io.reconciled.store.sql.copy;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;
import java.math.BigDecimal;
import org.postgresql.util.ByteConverter;

/**
 * The type numeric: how many digits to base 10,000 there are, the power of the first one, a sign,
 * how many decimals to show, and the digits. A number of few digits is made without an object.
 */
public final class NumericField implements CopiedField {
  private static final int WEIGHT = 2;
  private static final int SIGN = 4;
  private static final int DIGITS = 8;
  private static final int BASE = 10_000;
  private static final int DECIMALS = 4;
  private static final int FEW = 4;

  private static final int NEGATIVE = 0x4000;
  private static final int NAN = 0xC000;
  private static final int INFINITE = 0xD000;
  private static final int NEGATIVE_INFINITE = 0xF000;

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    int sign = ByteConverter.int2(bytes, from + SIGN) & 0xFFFF;
    switch (sign) {
      case NAN -> ValueBytes.put(Value.number(Double.NaN), sink);
      case INFINITE -> ValueBytes.put(Value.number(Double.POSITIVE_INFINITY), sink);
      case NEGATIVE_INFINITE -> ValueBytes.put(Value.number(Double.NEGATIVE_INFINITY), sink);
      default -> putFinite(sign == NEGATIVE, bytes, from, length, sink);
    }
  }

  private static void putFinite(
      boolean negative, byte[] bytes, int from, int length, ByteSink sink) {
    int count = ByteConverter.int2(bytes, from);
    int weight = ByteConverter.int2(bytes, from + WEIGHT);
    if (count == 0) {
      ValueBytes.putWhole(0, sink);
    } else if (count > FEW || weight >= FEW) {
      var number = (BigDecimal) ByteConverter.numeric(bytes, from, length);
      ValueBytes.put(Value.number(number), sink);
    } else {
      long digits = 0;
      for (int i = 0; i < count; i++) {
        digits = digits * BASE + ByteConverter.int2(bytes, from + DIGITS + i * Short.BYTES);
      }
      putFew(negative ? -digits : digits, weight + 1 - count, sink);
    }
  }

  /**
   * @param power of the last digit; the number is below 10,000 to the {@link #FEW}
   */
  private static void putFew(long digits, int power, ByteSink sink) {
    long unscaled = digits;
    int scale = -power * DECIMALS;
    for (; scale < 0; scale += DECIMALS) {
      unscaled *= BASE;
    }
    while (scale > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      scale--;
    }
    if (scale == 0) {
      ValueBytes.putWhole(unscaled, sink);
    } else {
      putDecimal(unscaled, scale, sink);
    }
  }

  /** As few bytes as hold the number and its sign, as of a {@link java.math.BigInteger}. */
  private static void putDecimal(long unscaled, int scale, ByteSink sink) {
    sink.put(ValueTag.DECIMAL);
    sink.putInt(scale);
    int bits = Long.SIZE - Long.numberOfLeadingZeros(unscaled ^ (unscaled >> (Long.SIZE - 1)));
    for (int shift = bits / Byte.SIZE * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      sink.put((int) (unscaled >> shift));
    }
  }
}
