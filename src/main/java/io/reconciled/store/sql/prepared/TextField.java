package io.reconciled.store.sql.prepared;

import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;

/** Types that come as bytes: texts, which the connection has in UTF-8, and binary strings. */
public final class TextField {
  private TextField() {}

  public static boolean putText(RowBytes row, ByteSink sink) {
    int length = row.length();
    ValueBytes.putText(row.bytes(), row.at(), row.at() + length, sink);
    row.skip(length);
    return true;
  }

  /** A server may be set to send the blanks that fill a fixed length: they are no data. */
  public static boolean putUnpadded(RowBytes row, ByteSink sink) {
    int length = row.length();
    int end = row.at() + length;
    while (end > row.at() && row.bytes()[end - 1] == ' ') {
      end--;
    }
    ValueBytes.putText(row.bytes(), row.at(), end, sink);
    row.skip(length);
    return true;
  }

  /** An empty label of an enumeration is none, and has no short way. */
  public static boolean putLabel(RowBytes row, ByteSink sink) {
    int length = row.length();
    if (length == 0) {
      return false;
    }
    ValueBytes.putText(row.bytes(), row.at(), row.at() + length, sink);
    row.skip(length);
    return true;
  }

  public static boolean putBytes(RowBytes row, ByteSink sink) {
    int length = row.length();
    ValueBytes.putBytes(row.bytes(), row.at(), row.at() + length, sink);
    row.skip(length);
    return true;
  }
}
