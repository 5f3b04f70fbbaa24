package io.reconciled.store.sql;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import java.math.BigDecimal;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Decimals as a server writes them, such as {@code -12.50}, encoded digit by digit. */
final class DecimalText {
  /** So many digits fit a long, whichever they are. */
  private static final int SAFE_DIGITS = 18;

  private DecimalText() {}

  static ColumnWriter writer() {
    return (ResultSet row, int column, ByteSink sink) -> {
      @Nullable String found = row.getString(column);
      if (found == null) {
        ValueBytes.putNull(sink);
      } else {
        put(found, sink);
      }
    };
  }

  /** What {@link Value#number} makes of the number. */
  static void put(String text, ByteSink sink) {
    boolean negative = text.startsWith("-");
    int start = negative ? 1 : 0;
    int point = text.indexOf('.');
    int digits = text.length() - start - (point < 0 ? 0 : 1);
    if (digits < 1 || digits > SAFE_DIGITS) {
      ValueBytes.put(Value.number(new BigDecimal(text)), sink);
      return;
    }
    long unscaled = 0;
    for (int i = start; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (i == point) {
        continue;
      }
      if (digit < '0' || digit > '9') {
        ValueBytes.put(Value.number(new BigDecimal(text)), sink);
        return;
      }
      unscaled = unscaled * 10 + (digit - '0');
    }
    int scale = point < 0 ? 0 : text.length() - point - 1;
    ValueBytes.putNumber(negative ? -unscaled : unscaled, scale, sink);
  }
}
