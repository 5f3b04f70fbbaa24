package io.reconciled.store.sql;

import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.sql.prepared.RowBytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Cursor;

/**
 * Rows of MariaDB and MySQL from the bytes that the driver received, without a value between. A row
 * that the driver does not show is read column by column.
 */
final class FetchPrepared implements FetchRows {
  private final Driver driver;
  private final ColumnTypes types;

  FetchPrepared(Driver driver, ColumnTypes types) {
    this.driver = driver;
    this.types = types;
  }

  @Override
  public FetchedRows fetch(SqlStream stream, MappedTable table, RowQuery query)
      throws SQLException {
    Cursor<?> cursor = stream.open(query.select(stream.sql(), table.columns()));
    ResultSet rows = driver.bare(cursor.resultSet());
    RowBytes bytes = new RowBytes(rows.getMetaData().getColumnCount());
    return new PreparedRows(
        cursor,
        rows,
        bytes,
        new RowEncoder(table, new PreparedColumns(bytes, types), rows),
        new RowEncoder(table, types, rows));
  }

  private record PreparedRows(
      Cursor<?> cursor, ResultSet rows, RowBytes bytes, RowEncoder fromBytes, RowEncoder byColumn)
      implements FetchedRows {
    @Override
    public boolean write(RowWriter writer) throws SQLException {
      if (!rows.next()) {
        cursor.close();
        return false;
      }
      RowEncoder encoder = bytes.begin(rows) ? fromBytes : byColumn;
      encoder.write(rows, writer);
      return true;
    }

    /** Closing the cursor could fetch all that is left; the end of the connection does not. */
    @Override
    public void abandon() {}
  }
}
