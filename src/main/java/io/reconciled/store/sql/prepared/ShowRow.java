package io.reconciled.store.sql.prepared;

import java.util.Calendar;
import org.mariadb.jdbc.client.ColumnDecoder;
import org.mariadb.jdbc.client.Context;
import org.mariadb.jdbc.client.ReadableByteBuf;
import org.mariadb.jdbc.client.socket.Writer;
import org.mariadb.jdbc.client.util.MutableInt;
import org.mariadb.jdbc.plugin.Codec;

/**
 * A plug-in of the driver that shows the row itself to who asks a result for {@link Shown}. The
 * driver finds it by its service file; it takes part in nothing else.
 */
public final class ShowRow implements Codec<ShowRow.Shown> {
  /**
   * @param row the row from its first byte on, wherever the driver stands in it
   * @param binary whether its fields are in binary form
   */
  public record Shown(ReadableByteBuf row, boolean binary) {}

  @Override
  public String className() {
    return Shown.class.getName();
  }

  @Override
  public boolean canDecode(ColumnDecoder column, Class<?> type) {
    return type == Shown.class;
  }

  @Override
  public boolean canEncode(Object value) {
    return false;
  }

  @Override
  public Shown decodeText(
      ReadableByteBuf row,
      MutableInt length,
      ColumnDecoder column,
      Calendar calendar,
      Context context) {
    row.skip(length.get());
    return new Shown(row, false);
  }

  @Override
  public Shown decodeBinary(
      ReadableByteBuf row,
      MutableInt length,
      ColumnDecoder column,
      Calendar calendar,
      Context context) {
    row.skip(length.get());
    return new Shown(row, true);
  }

  @Override
  public void encodeText(
      Writer encoder, Context context, Object value, Calendar calendar, Long length) {
    throw new UnsupportedOperationException("a row is read only");
  }

  @Override
  public int getApproximateTextProtocolLength(Object value, Long length) {
    throw new UnsupportedOperationException("a row is read only");
  }

  @Override
  public void encodeBinary(
      Writer encoder, Context context, Object value, Calendar calendar, Long length) {
    throw new UnsupportedOperationException("a row is read only");
  }

  @Override
  public int getBinaryEncodeType() {
    throw new UnsupportedOperationException("a row is read only");
  }
}
