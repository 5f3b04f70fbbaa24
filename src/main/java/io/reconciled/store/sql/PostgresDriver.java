package io.reconciled.store.sql;

import io.reconciled.store.ThisProcess;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The PostgreSQL driver. */
final class PostgresDriver implements Driver {
  /** Connection lost, resources short, interrupted by an operator, failing disk, conflict. */
  private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40", "55", "XX");

  /** The types of arrays that the driver would have sent in binary. */
  private static final String ARRAYS =
      "BYTEA_ARRAY,INT2_ARRAY,INT4_ARRAY,INT8_ARRAY,OID_ARRAY,FLOAT4_ARRAY,FLOAT8_ARRAY,"
          + "VARCHAR_ARRAY,TEXT_ARRAY";

  @Override
  public Class<? extends java.sql.Driver> driverClass() {
    return org.postgresql.Driver.class;
  }

  @Override
  public String jdbcUrl(URI url) {
    return "jdbc:" + url;
  }

  @Override
  public Map<String, String> properties(Duration timeout) {
    // The server's own time-out comes first; the socket's is for a server that says nothing.
    String seconds = Long.toString(Math.max(1, timeout.plusMillis(999).toSeconds()));
    return Map.of(
        "ApplicationName",
        ThisProcess.inWords(),
        "connectTimeout",
        seconds,
        "socketTimeout",
        seconds,
        "tcpKeepAlive",
        "true",
        // Lets a column of an enumeration take a text.
        "stringtype",
        "unspecified",
        // Sent in binary, an array's text is made by the driver, which forgets its bounds.
        "binaryTransferDisable",
        ARRAYS);
  }

  /**
   * The forms of text that {@link PostgresText} reads, and of literals as they are written into a
   * COPY, whatever the database's own are.
   */
  @Override
  public String session(Duration timeout) {
    return "SET TIME ZONE 'UTC'; SET intervalstyle = 'iso_8601'; SET bytea_output = 'hex';"
        + " SET standard_conforming_strings = on;"
        + " SET default_transaction_read_only = on; SET statement_timeout = "
        + timeout.toMillis();
  }

  /** Only within a transaction does the server keep a cursor open. */
  @Override
  public void beginStream(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
    }
  }

  @Override
  public void endStream(Connection connection, Duration timeout, boolean exhausted)
      throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public boolean isUnavailable(SQLException exception) {
    String state = Optional.ofNullable(exception.getSQLState()).orElse("");
    return exception instanceof SQLTimeoutException
        || state.length() < 2
        || PASSING.contains(state.substring(0, 2));
  }
}
