package io.reconciled.store.sql.copy;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;
import org.postgresql.util.ByteConverter;

/** The type interval: microseconds, days of 24 hours, and months, which have no length. */
public final class IntervalField implements CopiedField {
  private static final int DAYS = 8;
  private static final int MONTHS = 12;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final Value INFINITE = new Value.Unmapped("infinite interval");
  private static final Value WITH_MONTHS = new Value.Unmapped("interval with months");

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    long micros = ByteConverter.int8(bytes, from);
    int days = ByteConverter.int4(bytes, from + DAYS);
    int months = ByteConverter.int4(bytes, from + MONTHS);
    if (isInfinite(micros, days, months)) {
      ValueBytes.put(INFINITE, sink);
    } else if (months != 0) {
      ValueBytes.put(WITH_MONTHS, sink);
    } else {
      long seconds = Math.floorDiv(micros, Since2000.MICROS_PER_SECOND);
      int within = (int) (micros - seconds * Since2000.MICROS_PER_SECOND);
      sink.put(ValueTag.SPAN);
      sink.putLong(days * SECONDS_PER_DAY + seconds);
      sink.putInt(within * Since2000.NANOS_PER_MICRO);
    }
  }

  private static boolean isInfinite(long micros, int days, int months) {
    return (micros == Long.MAX_VALUE && days == Integer.MAX_VALUE && months == Integer.MAX_VALUE)
        || (micros == Long.MIN_VALUE && days == Integer.MIN_VALUE && months == Integer.MIN_VALUE);
  }
}
