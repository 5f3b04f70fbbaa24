package io.reconciled.store.sql;

import io.reconciled.store.StoreFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;

/** The connection of one scan: borrowed at its first query, given back or ended at its close. */
final class SqlStream implements AutoCloseable {
  private static final int FETCH_SIZE = 1_000;

  /** A first row may have to wait until the database has sorted a whole table. */
  private static final int PATIENCE = 60;

  private final SqlConnections connections;
  private final Driver driver;
  private final Duration timeout;
  private Optional<Connection> borrowed = Optional.empty();

  SqlStream(SqlConnections connections, Driver driver, Duration timeout) {
    this.connections = connections;
    this.driver = driver;
    this.timeout = timeout;
  }

  /** The connection to build a query on. */
  DSLContext sql() throws SQLException {
    return connections.on(connection());
  }

  /** The same, for what only its driver can do. */
  Connection connection() throws SQLException {
    if (borrowed.isEmpty()) {
      Connection connection = connections.lend();
      borrowed = Optional.of(connection);
      driver.beginStream(connection);
      setPatience(connection, timeout.multipliedBy(PATIENCE));
    }
    return borrowed.get();
  }

  Cursor<?> open(ResultQuery<?> query) {
    return query.fetchSize(FETCH_SIZE).fetchLazy();
  }

  StoreFailure failure(String doing, Exception e) {
    return connections.failure(doing, e);
  }

  /** Gives up rows that nobody wants any more: that must not take as long as a first row may. */
  void abandon(FetchedRows rows) {
    try {
      if (borrowed.isPresent()) {
        setPatience(borrowed.get(), timeout);
      }
    } catch (SQLException gone) {
      // The rows will find that out as well.
    }
    rows.abandon();
  }

  /**
   * @param exhausted whether every row was fetched
   */
  void end(boolean exhausted) {
    Optional<Connection> mine = borrowed;
    borrowed = Optional.empty();
    if (mine.isEmpty()) {
      return;
    }
    try (Connection connection = mine.get()) {
      driver.endStream(connection, timeout, exhausted);
      // Fails where the connection was ended, which tells the pool to throw it away.
      setPatience(connection, timeout);
    } catch (SQLException | DataAccessException gone) {
      // The rows were read, or are wanted no more; the pool throws a broken connection away.
    }
  }

  @Override
  public void close() {
    end(false);
  }

  private void setPatience(Connection connection, Duration patience) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
  }
}
