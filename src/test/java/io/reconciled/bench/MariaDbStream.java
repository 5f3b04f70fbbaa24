package io.reconciled.bench;

import io.reconciled.servers.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A statement prepared on the server, its rows in binary form. */
final class MariaDbStream implements NativeStream {
  private static final int FETCH_SIZE = 1_000;
  private static final int COLUMNS = 6;
  private final Connection connection;
  private final ResultSet rows;

  /**
   * @param ordered whether rows come in the order of the key
   */
  MariaDbStream(Database database, boolean ordered) throws SQLException {
    this.connection =
        DriverManager.getConnection(
            database.jdbcUrl() + "?useServerPrepStmts=true", database.user(), database.password());
    PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id, phone, state, tariff, balance, changed FROM account"
                + (ordered ? " ORDER BY id" : ""));
    statement.setFetchSize(FETCH_SIZE);
    this.rows = statement.executeQuery();
  }

  @Override
  public long drain() throws SQLException {
    long read = 0;
    long bytes = 0;
    while (rows.next()) {
      for (int column = 1; column <= COLUMNS; column++) {
        bytes += rows.getBytes(column).length;
      }
      read++;
    }
    if (bytes == 0 && read > 0) {
      throw new IllegalStateException("rows without a byte");
    }
    return read;
  }

  @Override
  public boolean fill(Batch batch) throws SQLException {
    while (!batch.isFull() && rows.next()) {
      batch.row(rows.getLong(1));
      for (int column = 2; column <= COLUMNS; column++) {
        byte[] bytes = rows.getBytes(column);
        batch.column(bytes, 0, bytes.length);
      }
    }
    return batch.rows() > 0;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
