package io.reconciled.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Some thousand rows: keys, and the bytes of their columns one behind the other. */
final class Batch {
  static final int ROWS = 4_096;
  private static final int BYTES_PER_ROW = 96;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private final long[] keys = new long[ROWS];
  private byte[] bytes = new byte[ROWS * BYTES_PER_ROW];
  private int rows;
  private int used;

  boolean isFull() {
    return rows == ROWS;
  }

  int rows() {
    return rows;
  }

  long key(int row) {
    return keys[row];
  }

  void clear() {
    rows = 0;
    used = 0;
  }

  /** Begins a row; its columns follow. */
  void row(long key) {
    keys[rows++] = key;
  }

  void column(int value) {
    makeRoom(Integer.BYTES);
    INT.set(bytes, used, value);
    used += Integer.BYTES;
  }

  void column(long value) {
    makeRoom(Long.BYTES);
    LONG.set(bytes, used, value);
    used += Long.BYTES;
  }

  void column(byte[] value) {
    column(value, 0, value.length);
  }

  void column(byte[] from, int offset, int length) {
    makeRoom(length);
    System.arraycopy(from, offset, bytes, used, length);
    used += length;
  }

  private void makeRoom(int length) {
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + length);
    }
  }
}
