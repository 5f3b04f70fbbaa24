package io.reconciled.store.sql.copy;

import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueTag;

/** The type bytea. */
public final class BytesField implements CopiedField {
  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    sink.put(ValueTag.BYTES);
    sink.put(bytes, from, from + length);
  }
}
