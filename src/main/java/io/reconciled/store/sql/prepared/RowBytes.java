package io.reconciled.store.sql.prepared;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.client.ReadableByteBuf;

/**
 * The row that a result stands at, as the server sent it, read from left to right: a zero, a bit
 * for each column that tells whether it is null, then the fields that are not null. A field of
 * variable length comes after its length, which is a byte, or after 252, 253 or 254 two, three or
 * eight of them. Numbers come with their lowest byte first.
 *
 * <p>Source: "Binary Protocol Resultset" in the documentation of MySQL's client/server protocol.
 */
public final class RowBytes {
  private static final int FIRST_BIT = 2;
  private static final int TWO_BYTES = 252;
  private static final int THREE_BYTES = 253;
  private static final int EIGHT_BYTES = 254;
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private final int columns;
  private @Nullable ReadableByteBuf driversOwn;
  private byte[] bytes = {};
  private int at;

  public RowBytes(int columns) {
    this.columns = columns;
  }

  /**
   * Goes to the first field of the row that the result stands at. The driver keeps all rows of a
   * result in one buffer, one after the other, so it is asked for that only once.
   *
   * @return false where the driver does not show the row: its first field is null, or its fields
   *     are texts
   */
  public boolean begin(ResultSet rows) throws SQLException {
    if (driversOwn == null) {
      ShowRow.Shown shown = rows.getObject(1, ShowRow.Shown.class);
      if (shown == null || !shown.binary()) {
        return false;
      }
      driversOwn = shown.row();
    }
    bytes = driversOwn.buf();
    at = 1 + (columns + FIRST_BIT + Byte.SIZE - 1) / Byte.SIZE;
    return true;
  }

  /**
   * @param column counted from 1
   */
  public boolean isNull(int column) {
    int bit = column - 1 + FIRST_BIT;
    return (bytes[1 + bit / Byte.SIZE] & 1 << bit % Byte.SIZE) != 0;
  }

  /** What {@link #at} counts in; not to be written to. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the next field, or what is left of this one, begins. */
  int at() {
    return at;
  }

  void skip(int length) {
    at += length;
  }

  /** The length of a field of variable length; the field itself then is at {@link #at}. */
  int length() {
    int first = oneByte();
    return switch (first) {
      case TWO_BYTES -> twoBytes();
      case THREE_BYTES -> twoBytes() | oneByte() << Short.SIZE;
      case EIGHT_BYTES -> Math.toIntExact(eightBytes());
      default -> first;
    };
  }

  /** Without a sign. */
  int oneByte() {
    return Byte.toUnsignedInt(bytes[at++]);
  }

  /** Without a sign. */
  int twoBytes() {
    int number = Short.toUnsignedInt((short) SHORT.get(bytes, at));
    at += Short.BYTES;
    return number;
  }

  int fourBytes() {
    int number = (int) INT.get(bytes, at);
    at += Integer.BYTES;
    return number;
  }

  long eightBytes() {
    long number = (long) LONG.get(bytes, at);
    at += Long.BYTES;
    return number;
  }
}
