package io.reconciled.store.sql.copy;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;

/** A type without a canonical form: whatever was sent for it, it is named only. */
public final class UnmappedField implements CopiedField {
  private final Value named;

  public UnmappedField(String type) {
    this.named = new Value.Unmapped(type);
  }

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    ValueBytes.put(named, sink);
  }
}
