package io.reconciled.store.sql;

import io.reconciled.model.KeyShape;
import io.reconciled.model.StoredKey;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.KeyParts;
import io.reconciled.model.encoded.RowWriter;
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
      columns[i].write(row, i + 1, key.sink());
      key.endPart();
    }
    if (!key.put(sink)) {
      writer.keyless(StoredKey.whyNone(shape, key.values()));
      return;
    }
    writer.endSlice();
    for (int i = keys; i < columns.length; i++) {
      columns[i].write(row, i + 1, sink);
      writer.endSlice();
    }
    writer.endRow();
  }
}
