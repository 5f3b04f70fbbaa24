package io.reconciled.store.sql;

import io.reconciled.model.encoded.RowWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Cursor;

/** Rows by the driver's own cursor, as any SQL database gives them. */
final class FetchByCursor implements FetchRows {
  private final Driver driver;
  private final ColumnTypes types;

  FetchByCursor(Driver driver, ColumnTypes types) {
    this.driver = driver;
    this.types = types;
  }

  @Override
  public FetchedRows fetch(SqlStream stream, MappedTable table, RowQuery query)
      throws SQLException {
    Cursor<?> cursor = stream.open(query.select(stream.sql(), table.columns()));
    ResultSet rows = driver.bare(cursor.resultSet());
    return new CursorRows(cursor, rows, new RowEncoder(table, types, rows));
  }

  private record CursorRows(Cursor<?> cursor, ResultSet rows, RowEncoder encoder)
      implements FetchedRows {
    @Override
    public boolean write(RowWriter writer) throws SQLException {
      if (rows.next()) {
        encoder.write(rows, writer);
        return true;
      }
      cursor.close();
      return false;
    }

    /** Closing the cursor could fetch all that is left; the end of the connection does not. */
    @Override
    public void abandon() {}
  }
}
