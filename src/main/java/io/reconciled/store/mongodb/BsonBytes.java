package io.reconciled.store.mongodb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.bson.BsonSerializationException;

/** The elements of a document as bytes: their types, and where they begin and end. */
final class BsonBytes {
  static final byte DOUBLE = 0x01;
  static final byte STRING = 0x02;
  static final byte DOCUMENT = 0x03;
  static final byte ARRAY = 0x04;
  static final byte BINARY = 0x05;
  static final byte UNDEFINED = 0x06;
  static final byte OBJECT_ID = 0x07;
  static final byte BOOLEAN = 0x08;
  static final byte DATE_TIME = 0x09;
  static final byte NULL = 0x0A;
  static final byte REGEX = 0x0B;
  static final byte DB_POINTER = 0x0C;
  static final byte JAVASCRIPT = 0x0D;
  static final byte SYMBOL = 0x0E;
  static final byte JAVASCRIPT_WITH_SCOPE = 0x0F;
  static final byte INT32 = 0x10;
  static final byte TIMESTAMP = 0x11;
  static final byte INT64 = 0x12;
  static final byte DECIMAL128 = 0x13;
  static final byte MAX_KEY = 0x7F;
  static final byte MIN_KEY = (byte) 0xFF;
  static final int OBJECT_ID_BYTES = 12;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private BsonBytes() {}

  static int intAt(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  static long longAt(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Where the zero byte is that ends a name or a pattern. */
  static int endOfName(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != 0) {
      at++;
    }
    return at;
  }

  /**
   * Where a value ends.
   *
   * @param from where it begins, behind its name
   */
  static int endOfValue(byte type, byte[] bytes, int from) {
    return switch (type) {
      case NULL, UNDEFINED, MIN_KEY, MAX_KEY -> from;
      case BOOLEAN -> from + 1;
      case INT32 -> from + Integer.BYTES;
      case DOUBLE, DATE_TIME, TIMESTAMP, INT64 -> from + Long.BYTES;
      case OBJECT_ID -> from + OBJECT_ID_BYTES;
      case DECIMAL128 -> from + 2 * Long.BYTES;
      case DOCUMENT, ARRAY, JAVASCRIPT_WITH_SCOPE -> from + intAt(bytes, from);
      case STRING, JAVASCRIPT, SYMBOL -> from + Integer.BYTES + intAt(bytes, from);
      case BINARY -> from + Integer.BYTES + 1 + intAt(bytes, from);
      case DB_POINTER -> from + Integer.BYTES + intAt(bytes, from) + OBJECT_ID_BYTES;
      case REGEX -> endOfName(bytes, endOfName(bytes, from) + 1) + 1;
      default ->
          throw new BsonSerializationException(
              "a document holds a value of type " + type + ", which BSON does not have");
    };
  }
}
