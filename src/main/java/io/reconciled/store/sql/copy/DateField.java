package io.reconciled.store.sql.copy;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;
import org.postgresql.util.ByteConverter;

/** The type date. */
public final class DateField implements CopiedField {
  private static final Value INFINITE = new Value.Unmapped("infinite date");

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    int days = ByteConverter.int4(bytes, from);
    if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
      ValueBytes.put(INFINITE, sink);
    } else {
      sink.put(ValueTag.DATE);
      sink.putLong(days + Since2000.DAYS);
    }
  }
}
