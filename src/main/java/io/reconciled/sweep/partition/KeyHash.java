package io.reconciled.sweep.partition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * 64 bits of a key's bytes, each of which depends on all of them. Only spreads keys: what is equal
 * is never decided by it.
 */
final class KeyHash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final long OTHER = 0xD1B54A32D192ED03L;

  private KeyHash() {}

  static long of(byte[] bytes, int from, int to) {
    long hash = (to - from) * ODD;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mix(hash ^ (long) LONGS.get(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = (rest << Byte.SIZE) | (bytes[at] & 0xFF);
    }
    return mix(mix(hash ^ rest));
  }

  /** Multiplies to 128 bits and folds their halves together, so that high bits reach low ones. */
  private static long mix(long bits) {
    long mixed = (bits ^ OTHER) * ODD;
    return mixed ^ (mixed >>> 32) ^ Math.unsignedMultiplyHigh(bits ^ OTHER, ODD);
  }
}
