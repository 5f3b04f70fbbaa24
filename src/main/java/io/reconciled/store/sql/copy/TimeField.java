package io.reconciled.store.sql.copy;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;
import org.postgresql.util.ByteConverter;

/** The type time, which also has the end of the day. */
public final class TimeField implements CopiedField {
  private static final long END_OF_DAY = 86_400 * Since2000.MICROS_PER_SECOND;
  private static final Value MIDNIGHT = new Value.Unmapped("time 24:00");

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    long micros = ByteConverter.int8(bytes, from);
    if (micros == END_OF_DAY) {
      ValueBytes.put(MIDNIGHT, sink);
    } else {
      sink.put(ValueTag.TIME);
      sink.putLong(micros * Since2000.NANOS_PER_MICRO);
    }
  }
}
