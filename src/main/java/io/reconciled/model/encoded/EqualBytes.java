package io.reconciled.model.encoded;

/**
 * Whether slices are equal, eight bytes at a time. The JDK's own way pays only for slices that are
 * longer than most values are.
 */
public final class EqualBytes {
  private EqualBytes() {}

  public static boolean areEqual(
      byte[] one, int from, int to, byte[] other, int othersFrom, int othersTo) {
    int length = to - from;
    if (length != othersTo - othersFrom) {
      return false;
    }
    int at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      if (Numbers.longAt(one, from + at) != Numbers.longAt(other, othersFrom + at)) {
        return false;
      }
    }
    for (; at < length; at++) {
      if (one[from + at] != other[othersFrom + at]) {
        return false;
      }
    }
    return true;
  }
}
