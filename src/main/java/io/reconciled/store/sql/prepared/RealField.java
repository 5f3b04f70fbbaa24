package io.reconciled.store.sql.prepared;

import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;

/** The types FLOAT and DOUBLE. */
public final class RealField {
  private RealField() {}

  public static boolean putFloat(RowBytes row, ByteSink sink) {
    ValueBytes.putNumber(Float.intBitsToFloat(row.fourBytes()), sink);
    return true;
  }

  public static boolean putDouble(RowBytes row, ByteSink sink) {
    ValueBytes.putNumber(Double.longBitsToDouble(row.eightBytes()), sink);
    return true;
  }
}
