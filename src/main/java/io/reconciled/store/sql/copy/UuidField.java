package io.reconciled.store.sql.copy;

import io.reconciled.model.KeyType;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueTag;

/** The type uuid: 16 bytes, in the order that keys have them too. */
public final class UuidField implements CopiedField {
  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    sink.put(ValueTag.UUID);
    sink.put(bytes, from, from + length);
  }

  @Override
  public boolean putKey(
      KeyType type, boolean several, byte[] bytes, int from, int length, ByteSink sink) {
    if (type == KeyType.UUID) {
      sink.put(bytes, from, from + length);
    }
    return type == KeyType.UUID;
  }
}
