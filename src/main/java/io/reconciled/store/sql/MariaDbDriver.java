package io.reconciled.store.sql;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mariadb.jdbc.client.result.Result;

/**
 * The MariaDB driver, which talks to MySQL servers too. Statements are prepared on the server: the
 * text protocol cuts a FLOAT to six digits.
 */
class MariaDbDriver implements Driver {
  private static final int TOO_MANY_CONNECTIONS = 1040;
  private static final int SHUTDOWN = 1053;
  private static final int LOCK_WAIT = 1205;
  private static final int DEADLOCK = 1213;
  private static final int INTERRUPTED = 1317;
  private static final int STATEMENT_TIMEOUT = 1969;
  private static final int MYSQL_STATEMENT_TIMEOUT = 3024;
  private static final Set<Integer> PASSING =
      Set.of(
          TOO_MANY_CONNECTIONS,
          SHUTDOWN,
          LOCK_WAIT,
          DEADLOCK,
          INTERRUPTED,
          STATEMENT_TIMEOUT,
          MYSQL_STATEMENT_TIMEOUT);

  @Override
  public Class<? extends java.sql.Driver> driverClass() {
    return org.mariadb.jdbc.Driver.class;
  }

  @Override
  public String jdbcUrl(URI url) {
    return "jdbc:mariadb:" + url.getRawSchemeSpecificPart();
  }

  @Override
  public Map<String, String> properties(Duration timeout) {
    String millis = Long.toString(timeout.toMillis());
    return Map.of(
        "connectionAttributes", "program_name:reconciled",
        "connectTimeout", millis,
        "initSql", "SET SESSION TRANSACTION READ ONLY",
        "socketTimeout", millis,
        "tcpKeepAlive", "true",
        "useServerPrepStmts", "true",
        "yearIsDateType", "false");
  }

  /** A scan that its reader holds back must not lose its connection to a short write time-out. */
  @Override
  public String session(Duration timeout) {
    return "SET time_zone = '+00:00', net_write_timeout = 600, group_concat_max_len = "
        + MariaDbDigest.MOST_BYTES
        + ", "
        + statementTimeout(timeout);
  }

  /** An assignment for SET that ends statements that take longer; zero for no end. */
  String statementTimeout(Duration timeout) {
    return "max_statement_time = " + timeout.toMillis() / 1_000.0;
  }

  @Override
  public void beginStream(Connection connection) throws SQLException {
    set(connection, statementTimeout(Duration.ZERO));
  }

  @Override
  public ResultSet bare(ResultSet rows) throws SQLException {
    return rows.unwrap(Result.class);
  }

  /**
   * A server in the middle of a result sends all of it first: dropping the connection is faster.
   */
  @Override
  public void endStream(Connection connection, Duration timeout, boolean exhausted)
      throws SQLException {
    if (exhausted) {
      set(connection, statementTimeout(timeout));
    } else {
      // Past the pool, which loses count of a connection that is aborted through it.
      connection.unwrap(org.mariadb.jdbc.Connection.class).abort(Runnable::run);
    }
  }

  private static void set(Connection connection, String assignment) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET " + assignment);
    }
  }

  @Override
  public boolean isUnavailable(SQLException exception) {
    String state = Optional.ofNullable(exception.getSQLState()).orElse("");
    return exception instanceof SQLTimeoutException
        || state.isEmpty()
        || state.startsWith("08")
        || PASSING.contains(exception.getErrorCode());
  }
}
