package io.reconciled.servers;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.store.StoreSettings;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * A database and a way in.
 *
 * @param url in the shape that a file under {@code connectors/} has
 * @param user empty where the server asks nobody who they are, and so is the password
 */
public record Database(String name, String url, String user, String password) {

  /** The same with another password. */
  public Database with(String otherPassword) {
    return new Database(name, url, user, otherPassword);
  }

  /** How a store of this name is reached that lies here. */
  public StoreSettings asStore(StoreName store) {
    return asStore(store, StoreSettings.DEFAULT_TIMEOUT);
  }

  /** The same, where one call may take so long. */
  public StoreSettings asStore(StoreName store, Duration timeout) {
    return new StoreSettings(store, URI.create(url), user, new Secret(password), timeout, Map.of());
  }

  /** The URL for a JDBC driver; of a SQL database only. */
  public String jdbcUrl() {
    return "jdbc:" + url;
  }

  /** Opens a connection; to a SQL database only. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user, password);
  }

  /** Whether it lets its user in; asked of a SQL database only. */
  boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException no) {
      return false;
    }
  }

  /** Runs each statement in a transaction of its own; in a SQL database only. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
