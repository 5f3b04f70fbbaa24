package io.reconciled.demo.services;

import io.reconciled.servers.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service's table in SQL, over one connection that is opened again after it broke. */
final class SqlDatabase implements ServiceDatabase {

  private final String store;
  private final Database database;
  private final SqlTable table;
  private Optional<Connection> connection = Optional.empty();

  SqlDatabase(String store, Database database, SqlTable table) {
    this.store = store;
    this.database = database;
    this.table = table;
  }

  @Override
  public String store() {
    return store;
  }

  @Override
  public Optional<String> put(List<Row> rows) {
    LastStates states = LastStates.of(rows);
    try {
      Connection open = open();
      upsert(open, states.present());
      delete(open, states.absent());
      open.commit();
      return Optional.empty();
    } catch (SQLException e) {
      close();
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void upsert(Connection open, List<Subscriber> subscribers) throws SQLException {
    if (subscribers.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = open.prepareStatement(table.upsert())) {
      for (Subscriber subscriber : subscribers) {
        statement.setLong(1, subscriber.key());
        statement.setString(2, subscriber.msisdn());
        statement.setString(3, table.write().apply(subscriber.status()));
        statement.addBatch();
      }
      execute(statement, subscribers.size());
    }
  }

  private void delete(Connection open, List<Long> keys) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = open.prepareStatement(table.delete())) {
      for (long key : keys) {
        statement.setLong(1, key);
        statement.addBatch();
      }
      execute(statement, keys.size());
    }
  }

  /** PostgreSQL's driver asserts that no connection breaks within a batch; so none of one. */
  private static void execute(PreparedStatement statement, int rows) throws SQLException {
    if (rows == 1) {
      statement.executeUpdate();
    } else {
      statement.executeBatch();
    }
  }

  @Override
  public Map<Long, Subscriber> all() {
    Map<Long, Subscriber> all = new HashMap<>();
    try (PreparedStatement statement = open().prepareStatement(table.select());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Status status = table.read().apply(rows.getString(3));
        all.put(rows.getLong(1), new Subscriber(rows.getLong(1), rows.getString(2), status));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("Could not read " + store, e);
    }
  }

  private Connection open() throws SQLException {
    if (connection.isEmpty()) {
      Connection opened = database.connect();
      connection = Optional.of(opened);
      opened.setAutoCommit(false);
    }
    return connection.get();
  }

  @Override
  public void close() {
    Optional<Connection> old = connection;
    connection = Optional.empty();
    if (old.isPresent()) {
      try {
        old.get().close();
      } catch (SQLException broken) {
        // Its server has gone, and the connection with it.
      }
    }
  }
}
