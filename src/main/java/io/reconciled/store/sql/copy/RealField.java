package io.reconciled.store.sql.copy;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import org.postgresql.util.ByteConverter;

/** The types float4 and float8. */
public final class RealField implements CopiedField {
  /** Every smaller whole number of a double fits 64 bits. */
  private static final double TOO_LARGE = 0x1p63;

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    double number =
        length == Float.BYTES
            ? ByteConverter.float4(bytes, from)
            : ByteConverter.float8(bytes, from);
    long whole = (long) number;
    if (whole == number && Math.abs(number) < TOO_LARGE) {
      ValueBytes.putWhole(whole, sink);
    } else {
      ValueBytes.put(Value.number(number), sink);
    }
  }
}
