package io.reconciled.bench;

import io.reconciled.servers.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A statement prepared on the server, its rows in binary form. */
final class MariaDbStream implements NativeStream {
  private static final int FETCH_SIZE = 1_000;
  private static final int KEY = 1;
  private final Connection connection;
  private final ResultSet rows;
  private final boolean integerKey;

  /**
   * @param ordered whether rows come in the order of the key, which then is an integer
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
    this.integerKey = ordered;
  }

  @Override
  public long drain() throws SQLException {
    long read = 0;
    Batch batch = new Batch();
    while (rows.next()) {
      batch.clear();
      if (integerKey) {
        batch.row(rows.getLong(KEY));
      } else {
        batch.column(rows.getBytes(KEY));
      }
      columns(batch);
      read++;
    }
    return read;
  }

  @Override
  public boolean fill(Batch batch) throws SQLException {
    while (!batch.isFull() && rows.next()) {
      batch.row(rows.getLong(KEY));
      columns(batch);
    }
    return batch.rows() > 0;
  }

  /** The driver gives bytes of text only; of each other type, what it makes most quickly. */
  private void columns(Batch batch) throws SQLException {
    batch.column(rows.getBytes(2));
    batch.column(rows.getBytes(3));
    batch.column(rows.getInt(4));
    batch.column(rows.getString(5).getBytes(StandardCharsets.ISO_8859_1));
    LocalDateTime changed = rows.getObject(6, LocalDateTime.class);
    batch.column(changed.toEpochSecond(ZoneOffset.UTC));
    batch.column(changed.getNano());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
