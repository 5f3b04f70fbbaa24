package io.reconciled.store.sql.copy;

import io.reconciled.model.KeyShape;
import io.reconciled.model.StoredKey;
import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.ByteConverter;

/**
 * The rows of one COPY: after a header, for each row how many fields it has, then each field after
 * its length; at the end a row that would have -1 fields.
 */
public final class CopiedRows {
  private static final int NULL = -1;
  private static final int END = -1;
  private static final Value UNREADABLE = new Value.Unmapped("unreadable value");
  private final CopyMessages messages;
  private final KeyShape shape;
  private final int keys;
  private final CopiedField[] fields;
  private byte[] bytes = {};
  private int at;

  /**
   * @param fields those of the key's parts, then those of the attributes in their order
   */
  public CopiedRows(CopyMessages messages, KeyShape shape, List<CopiedField> fields)
      throws SQLException {
    this.messages = messages;
    this.shape = shape;
    this.keys = shape.parts().size();
    this.fields = fields.toArray(CopiedField[]::new);
    this.bytes = messages.next();
    this.at = CopyMessages.endOfHeader(bytes);
  }

  /** Writes the next row; false at the end. */
  public boolean write(RowWriter writer) throws SQLException {
    if (at == bytes.length) {
      bytes = messages.next();
      at = 0;
    }
    int count = count();
    if (count == END) {
      CopyMessages.require(at == bytes.length, "data after the end");
      messages.end();
      return false;
    }
    CopyMessages.require(count == fields.length, "a row of other fields");
    int start = at;
    if (putKey(writer)) {
      putAttributes(writer);
    } else {
      at = start;
      writer.keyless(whyKeyless());
      skip(fields.length - keys);
    }
    return true;
  }

  private int count() throws SQLException {
    CopyMessages.require(bytes.length - at >= Short.BYTES, "part of a row");
    int count = ByteConverter.int2(bytes, at);
    at += Short.BYTES;
    return count;
  }

  /** The length of the next field, which then is at {@link #at}. */
  private int length() throws SQLException {
    CopyMessages.require(bytes.length - at >= Integer.BYTES, "part of a row");
    int length = ByteConverter.int4(bytes, at);
    at += Integer.BYTES;
    CopyMessages.require(length >= NULL && length <= bytes.length - at, "part of a field");
    return length;
  }

  private boolean putKey(RowWriter writer) throws SQLException {
    for (int i = 0; i < keys; i++) {
      int length = length();
      boolean put =
          length != NULL
              && fields[i].putKey(shape.parts().get(i), keys > 1, bytes, at, length, writer.sink());
      if (!put) {
        return false;
      }
      at += length;
    }
    writer.endSlice();
    return true;
  }

  private void putAttributes(RowWriter writer) throws SQLException {
    for (int i = keys; i < fields.length; i++) {
      int length = length();
      if (length == NULL) {
        writer.sink().put(ValueTag.NULL);
      } else {
        put(fields[i], length, writer.sink());
        at += length;
      }
      writer.endSlice();
    }
    writer.endRow();
  }

  /** A value that its decoder fails on must not break the rows behind it. */
  private void put(CopiedField field, int length, ByteSink sink) throws SQLException {
    int before = sink.size();
    try {
      field.put(bytes, at, length, sink);
    } catch (RuntimeException unreadable) {
      sink.truncate(before);
      ValueBytes.put(UNREADABLE, sink);
    }
  }

  private String whyKeyless() throws SQLException {
    List<Value> stored = new ArrayList<>(keys);
    for (int i = 0; i < keys; i++) {
      int length = length();
      stored.add(length == NULL ? Value.NULL : fields[i].value(bytes, at, length));
      at += Math.max(0, length);
    }
    return StoredKey.whyNone(shape, stored);
  }

  private void skip(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      int length = length();
      at += Math.max(0, length);
    }
  }
}
