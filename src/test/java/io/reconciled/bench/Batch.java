package io.reconciled.bench;

import java.util.Arrays;

/** Some thousand rows: keys, and the bytes of their columns one behind the other. */
final class Batch {
  static final int ROWS = 4_096;
  private static final int BYTES_PER_ROW = 96;
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

  void column(byte[] from, int offset, int length) {
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + length);
    }
    System.arraycopy(from, offset, bytes, used, length);
    used += length;
  }
}
