package io.reconciled.store.sql.copy;

import io.reconciled.model.KeyType;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.KeyBytes;
import io.reconciled.model.encoded.ValueTag;

/** Types that are sent as their text, in UTF-8. */
public final class TextField implements CopiedField {
  private final boolean padded;

  private TextField(boolean padded) {
    this.padded = padded;
  }

  public static TextField asSent() {
    return new TextField(false);
  }

  /** The blanks that fill a fixed length are no data. */
  public static TextField unpadded() {
    return new TextField(true);
  }

  @Override
  public void put(byte[] bytes, int from, int length, ByteSink sink) {
    sink.put(ValueTag.TEXT);
    sink.put(bytes, from, end(bytes, from, length));
  }

  @Override
  public boolean putKey(
      KeyType type, boolean several, byte[] bytes, int from, int length, ByteSink sink) {
    if (type != KeyType.TEXT) {
      return CopiedField.super.putKey(type, several, bytes, from, length, sink);
    }
    int end = end(bytes, from, length);
    if (several) {
      KeyBytes.putTextPart(bytes, from, end, sink);
    } else {
      sink.put(bytes, from, end);
    }
    return true;
  }

  private int end(byte[] bytes, int from, int length) {
    int end = from + length;
    while (padded && end > from && bytes[end - 1] == ' ') {
      end--;
    }
    return end;
  }
}
