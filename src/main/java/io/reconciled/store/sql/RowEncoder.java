package io.reconciled.store.sql;

import io.reconciled.model.KeyShape;
import io.reconciled.model.StoredKey;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.KeyParts;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.model.encoded.ValueBytes;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Encodes the rows of one result of {@link MappedTable#selectFrom}. */
final class RowEncoder {
  private final KeyShape shape;
  private final int keys;
  private final KeyParts key;
  private final ColumnWriter[] columns;

  RowEncoder(MappedTable table, ColumnWriters writers, ResultSet rows) throws SQLException {
    this.shape = table.dataset().keyShape();
    this.keys = table.dataset().keyFields().size();
    this.key = new KeyParts(shape);
    this.columns = new ColumnWriter[rows.getMetaData().getColumnCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = writers.writer(rows, i + 1);
    }
  }

  void write(ResultSet row, RowWriter writer) throws SQLException {
    ByteSink sink = writer.sink();
    key.clear();
    for (int i = 0; i < keys; i++) {
      write(row, i, key.sink());
      key.endPart();
    }
    if (!key.put(sink)) {
      writer.keyless(StoredKey.whyNone(shape, key.values()));
      return;
    }
    writer.endSlice();
    for (int i = keys; i < columns.length; i++) {
      write(row, i, sink);
      writer.endSlice();
    }
    writer.endRow();
  }

  private void write(ResultSet row, int index, ByteSink sink) throws SQLException {
    int before = sink.size();
    try {
      columns[index].write(row, index + 1, sink);
    } catch (SQLException | RuntimeException failed) {
      sink.truncate(before);
      ValueBytes.put(Unreadable.of(row, index + 1, failed), sink);
    }
  }
}
