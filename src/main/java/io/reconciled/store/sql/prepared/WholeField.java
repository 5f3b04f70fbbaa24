package io.reconciled.store.sql.prepared;

import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;

/** The types TINYINT to BIGINT, which come in 1, 2, 4 or 8 bytes. */
public final class WholeField implements PreparedField {
  private static final int TRUE = 1;
  private final int bytes;
  private final boolean signed;
  private final boolean truths;

  private WholeField(int bytes, boolean signed, boolean truths) {
    this.bytes = bytes;
    this.signed = signed;
    this.truths = truths;
  }

  public static WholeField of(int bytes, boolean signed) {
    return new WholeField(bytes, signed, false);
  }

  /** A column meant for truths, which may hold any small number. */
  public static WholeField truths(boolean signed) {
    return new WholeField(Byte.BYTES, signed, true);
  }

  /** A number that no long is large enough for has no short way. */
  @Override
  public boolean put(RowBytes row, ByteSink sink) {
    long number = number(row);
    if (truths && (number == 0 || number == TRUE)) {
      ValueBytes.putTruth(number == TRUE, sink);
      return true;
    }
    if (bytes == Long.BYTES && !signed && number < 0) {
      return false;
    }
    ValueBytes.putWhole(number, sink);
    return true;
  }

  private long number(RowBytes row) {
    return switch (bytes) {
      case Long.BYTES -> row.eightBytes();
      case Integer.BYTES -> signed ? row.fourBytes() : Integer.toUnsignedLong(row.fourBytes());
      case Short.BYTES -> signed ? (short) row.twoBytes() : row.twoBytes();
      default -> signed ? (byte) row.oneByte() : row.oneByte();
    };
  }
}
