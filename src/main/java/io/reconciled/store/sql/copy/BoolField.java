package io.reconciled.store.sql.copy;

import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueTag;

/** The type bool. */
public final class BoolField implements CopiedField {
  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    sink.put(bytes[from] == 0 ? ValueTag.FALSE : ValueTag.TRUE);
  }
}
