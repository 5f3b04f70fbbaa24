package io.reconciled.store.sql.copy;

import io.reconciled.model.KeyType;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.KeyBytes;
import io.reconciled.model.encoded.ValueBytes;
import org.postgresql.util.ByteConverter;

/** The types int2, int4, int8, and oid, which has no sign. */
public final class WholeField implements CopiedField {
  private final long mask;

  private WholeField(long mask) {
    this.mask = mask;
  }

  public static WholeField signed() {
    return new WholeField(-1);
  }

  public static WholeField oid() {
    return new WholeField(0xFFFF_FFFFL);
  }

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    ValueBytes.putWhole(number(bytes, from, length), sink);
  }

  @Override
  public boolean putKey(
      KeyType type, boolean several, byte[] bytes, int from, int length, ByteSink sink) {
    if (type == KeyType.INTEGER) {
      KeyBytes.putInteger(number(bytes, from, length), sink);
    }
    return type == KeyType.INTEGER;
  }

  private long number(byte[] bytes, int from, int length) {
    return switch (length) {
      case Long.BYTES -> ByteConverter.int8(bytes, from);
      case Integer.BYTES -> ByteConverter.int4(bytes, from) & mask;
      default -> ByteConverter.int2(bytes, from);
    };
  }
}
