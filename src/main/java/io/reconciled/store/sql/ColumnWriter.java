package io.reconciled.store.sql;

import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Encodes one column of a result, to the same bytes as what its {@link ColumnReader} reads. */
@FunctionalInterface
interface ColumnWriter {
  void write(ResultSet row, int column, ByteSink sink) throws SQLException;

  /** By way of the value. */
  static ColumnWriter of(ColumnReader reader) {
    return (row, column, sink) -> ValueBytes.put(reader.read(row, column), sink);
  }
}
