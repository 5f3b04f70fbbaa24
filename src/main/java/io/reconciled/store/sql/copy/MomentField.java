package io.reconciled.store.sql.copy;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;
import org.postgresql.util.ByteConverter;

/** The types timestamptz and timestamp. */
public final class MomentField implements CopiedField {
  private final byte tag;
  private final Value infinite;
  private final int digits;

  private MomentField(byte tag, String type, int digits) {
    this.tag = tag;
    this.infinite = new Value.Unmapped("infinite " + type);
    this.digits = digits;
  }

  public static MomentField timestamptz(int digits) {
    return new MomentField(ValueTag.MOMENT, "timestamptz", digits);
  }

  public static MomentField timestamp(int digits) {
    return new MomentField(ValueTag.LOCAL_MOMENT, "timestamp", digits);
  }

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    long micros = ByteConverter.int8(bytes, from);
    if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
      ValueBytes.put(infinite, sink);
      return;
    }
    long seconds = Math.floorDiv(micros, Since2000.MICROS_PER_SECOND);
    int within = (int) (micros - seconds * Since2000.MICROS_PER_SECOND);
    ValueBytes.putMoment(
        tag, seconds + Since2000.SECONDS, within * Since2000.NANOS_PER_MICRO, digits, sink);
  }
}
