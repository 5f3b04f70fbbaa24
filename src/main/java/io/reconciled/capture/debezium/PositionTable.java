package io.reconciled.capture.debezium;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The table of one store's positions, over a connection of its own that is opened anew after it
 * failed. {@link #close} may be called by any thread, all else by one at a time.
 */
final class PositionTable {
  static final PositionTable NOWHERE = new PositionTable("", "", "", "");
  private static final Logger LOG = Logger.getLogger(PositionTable.class);
  private final String jdbcUrl;
  private final String user;
  private final String password;
  private final String name;
  private Optional<Connection> connection = Optional.empty();
  private boolean closed;

  PositionTable(String jdbcUrl, String user, String password, String name) {
    this.jdbcUrl = jdbcUrl;
    this.user = user;
    this.password = password;
    this.name = name;
  }

  /** All it holds, by key; makes the table where there is none. */
  Map<String, String> read() throws SQLException {
    Map<String, String> all = new HashMap<>();
    Connection open = open();
    try (Statement statement = open.createStatement()) {
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS "%s" (
            id VARCHAR(36) NOT NULL PRIMARY KEY,
            offset_key VARCHAR(4000),
            offset_val VARCHAR(65000),
            record_insert_ts TIMESTAMP NOT NULL,
            record_insert_seq INTEGER NOT NULL)\
          """
              .formatted(name));
      try (ResultSet rows =
          statement.executeQuery(
              """
              SELECT offset_key, offset_val FROM "%s" ORDER BY record_insert_ts, record_insert_seq\
              """
                  .formatted(name))) {
        while (rows.next()) {
          all.put(rows.getString(1), rows.getString(2));
        }
      }
      open.commit();
      return all;
    } catch (SQLException failed) {
      drop();
      throw failed;
    }
  }

  /** Puts these in the place of all it holds, in one transaction. */
  void replace(Map<String, String> positions) throws SQLException {
    Connection open = open();
    try (Statement delete = open.createStatement();
        PreparedStatement insert =
            open.prepareStatement(
                """
                INSERT INTO "%s"
                  (id, offset_key, offset_val, record_insert_ts, record_insert_seq)
                VALUES (?, ?, ?, CURRENT_TIMESTAMP, ?)\
                """
                    .formatted(name))) {
      delete.executeUpdate("DELETE FROM \"%s\"".formatted(name));
      int number = 0;
      for (Map.Entry<String, String> position : positions.entrySet()) {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, position.getKey());
        insert.setString(3, position.getValue());
        insert.setInt(4, ++number);
        insert.executeUpdate();
      }
      open.commit();
    } catch (SQLException failed) {
      drop();
      throw failed;
    }
  }

  /** For good. */
  synchronized void close() {
    closed = true;
    drop();
  }

  private synchronized Connection open() throws SQLException {
    if (closed) {
      throw new SQLNonTransientConnectionException("closed");
    }
    if (connection.isEmpty()) {
      Connection opened = DriverManager.getConnection(jdbcUrl, user, password);
      connection = Optional.of(opened);
      opened.setAutoCommit(false);
    }
    return connection.get();
  }

  /** Where the other side hangs, its answer is not waited for. */
  private synchronized void drop() {
    Optional<Connection> broken = connection;
    connection = Optional.empty();
    if (broken.isPresent()) {
      try (Connection closing = broken.get()) {
        closing.abort(Runnable::run);
      } catch (SQLException gone) {
        LOG.tracef("%s: %s", this, gone.getMessage());
      }
    }
  }

  @Override
  public String toString() {
    return "the table \"" + name + "\"";
  }
}
