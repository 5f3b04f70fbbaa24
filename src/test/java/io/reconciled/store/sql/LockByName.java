package io.reconciled.store.sql;

import io.reconciled.store.HoldName;
import io.reconciled.store.StoreSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The lock by which a store is held in MariaDB, in the hands of somebody who may do anything. */
public record LockByName(Connection connection, String name) {
  public static LockByName of(Connection connection, StoreSettings store) {
    String database = CaptureAddress.of(store, 3306).database();
    return new LockByName(connection, "reconciled " + HoldName.of(store.name(), database));
  }

  /** The number of the session that has it; 0 where none has. */
  public long holder() throws SQLException {
    return ask("SELECT IS_USED_LOCK('" + name + "')");
  }

  public void endHolder() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("KILL " + holder());
    }
  }

  /** Waits for it, and has it then. */
  public void take() throws SQLException {
    if (ask("SELECT GET_LOCK('" + name + "', 5)") != 1) {
      throw new IllegalStateException(holder() + " has " + name);
    }
  }

  public void release() throws SQLException {
    ask("SELECT RELEASE_LOCK('" + name + "')");
  }

  private long ask(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }
}
