package io.reconciled.store.sql;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A JDBC driver: how to connect with it, how it streams, and what its errors mean. */
interface Driver {
  Class<? extends java.sql.Driver> driverClass();

  String jdbcUrl(URI url);

  /**
   * Properties of every connection. By these or by {@link #session}, its transactions only read.
   *
   * @param timeout the longest that one answer may take
   */
  Map<String, String> properties(Duration timeout);

  /** The statement that a new connection begins with: session time zone, statement time-out. */
  String session(Duration timeout);

  /** Makes a connection ready to stream a result that may take longer than one answer. */
  void beginStream(Connection connection) throws SQLException;

  /** The driver's own view of a result, past what a pool and others wrap it in. */
  default ResultSet bare(ResultSet rows) throws SQLException {
    return rows;
  }

  /**
   * Makes the connection fit for other work again, or ends it where that is faster.
   *
   * @param exhausted whether every row was fetched
   */
  void endStream(Connection connection, Duration timeout, boolean exhausted) throws SQLException;

  /** Whether trying again later may help. If not, the store has answered that this cannot be. */
  boolean isUnavailable(SQLException exception);
}
