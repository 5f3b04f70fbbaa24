package io.reconciled.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Lends Quartz connections of the state database, which others open and close. */
final class StateConnections implements ConnectionProvider {
  private final DataSource database;

  StateConnections(DataSource database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return database.getConnection();
  }

  @Override
  public void initialize() {
    // Open already.
  }

  @Override
  public void shutdown() {
    // Its owner closes it.
  }
}
