package io.reconciled.store.sql.prepared;

import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;

/** The type DECIMAL, which comes as text such as {@code -12.50}, encoded digit by digit. */
public final class DecimalField {
  /** So many digits fit a long, whichever they are. */
  private static final int SAFE_DIGITS = 18;

  private DecimalField() {}

  public static boolean put(RowBytes row, ByteSink sink) {
    int length = row.length();
    boolean put = put(row.bytes(), row.at(), row.at() + length, sink);
    row.skip(length);
    return put;
  }

  /** What {@link io.reconciled.model.Value#number} makes of the number, where it is short. */
  static boolean put(byte[] text, int from, int to, ByteSink sink) {
    boolean negative = from < to && text[from] == '-';
    int start = negative ? from + 1 : from;
    int point = -1;
    long unscaled = 0;
    for (int i = start; i < to; i++) {
      if (text[i] == '.' && point < 0) {
        point = i;
      } else if (text[i] < '0' || text[i] > '9') {
        return false;
      } else {
        // Too many digits wrap around, and are refused below.
        unscaled = unscaled * 10 + (text[i] - '0');
      }
    }
    int digits = to - start - (point < 0 ? 0 : 1);
    if (digits < 1 || digits > SAFE_DIGITS) {
      return false;
    }
    ValueBytes.putNumber(negative ? -unscaled : unscaled, point < 0 ? 0 : to - point - 1, sink);
    return true;
  }
}
