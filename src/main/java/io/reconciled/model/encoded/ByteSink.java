package io.reconciled.model.encoded;

import java.util.Arrays;

/** Bytes that are written one after the other; numbers with their highest byte first. */
public final class ByteSink {
  private byte[] bytes;
  private int size;

  public ByteSink(int capacity) {
    this.bytes = new byte[Math.max(16, capacity)];
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  public void put(int lowest) {
    reserve(1);
    bytes[size++] = (byte) lowest;
  }

  public void putInt(int number) {
    reserve(Integer.BYTES);
    Numbers.putInt(bytes, size, number);
    size += Integer.BYTES;
  }

  public void putLong(long number) {
    reserve(Long.BYTES);
    Numbers.putLong(bytes, size, number);
    size += Long.BYTES;
  }

  public void put(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, size, to - from);
    size += to - from;
  }

  public void put(byte[] source) {
    put(source, 0, source.length);
  }

  /** Takes back what was written from here on. */
  public void truncate(int to) {
    size = to;
  }

  /** What was written, and unused room behind it; until the next byte is written. */
  byte[] bytes() {
    return bytes;
  }

  /** A copy of what was written. */
  public byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), doubled(bytes.length)));
    }
  }

  private static int doubled(int length) {
    return length > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE - 8 : length * 2;
  }
}
