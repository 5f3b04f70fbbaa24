package io.reconciled.model.encoded;

/** Moments in their encoded form, compared without being decoded. */
public final class EncodedMoment {
  private static final int NANO_DIGITS = 9;
  private static final int SECONDS = 1;
  private static final int NANOS = SECONDS + Long.BYTES;
  private static final int DIGITS = NANOS + Integer.BYTES;

  private EncodedMoment() {}

  /** Whether a value with this first byte is a moment, or a local one, which stands for UTC. */
  public static boolean isOne(byte tag) {
    return tag == ValueTag.MOMENT || tag == ValueTag.LOCAL_MOMENT;
  }

  /** Whether two moments are the same where each is cut to the digits of the coarser. */
  public static boolean areSame(byte[] one, int at, byte[] other, int otherAt) {
    if (Numbers.longAt(one, at + SECONDS) != Numbers.longAt(other, otherAt + SECONDS)) {
      return false;
    }
    int step = 1;
    int digits = Math.min(one[at + DIGITS], other[otherAt + DIGITS]);
    for (int digit = digits; digit < NANO_DIGITS; digit++) {
      step *= 10;
    }
    return Numbers.intAt(one, at + NANOS) / step == Numbers.intAt(other, otherAt + NANOS) / step;
  }
}
