package io.reconciled.capture.debezium;

import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The tables that the engine keeps in the state database for one store, to be removed with it. */
public final class StoreTables {
  private final DataSource database;

  public StoreTables(DataSource database) {
    this.database = database;
  }

  /**
   * Those that are there, each with its number of rows.
   *
   * @throws StateUnavailable where the state database fails
   */
  public Map<String, Integer> of(StoreName store) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Map<String, Integer> tables = new LinkedHashMap<>();
      for (String table : names(store)) {
        if (exists(connection, table)) {
          tables.put(table, rows(statement, table));
        }
      }
      return tables;
    } catch (SQLException failure) {
      throw failed(store, failure);
    }
  }

  /**
   * Drops them; to be called while nobody follows the store.
   *
   * @throws StateUnavailable where the state database fails
   */
  public void drop(StoreName store) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : names(store)) {
        statement.execute("DROP TABLE IF EXISTS \"%s\"".formatted(table));
      }
    } catch (SQLException failure) {
      throw failed(store, failure);
    }
  }

  private static List<String> names(StoreName store) {
    String plain = PositionTables.plain(store);
    return List.of("capture-position-" + plain, "capture-columns-" + plain);
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    try (ResultSet found =
        connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
      return found.next();
    }
  }

  private static int rows(Statement statement, String table) throws SQLException {
    try (ResultSet count = statement.executeQuery("SELECT count(*) FROM \"%s\"".formatted(table))) {
      count.next();
      return count.getInt(1);
    }
  }

  private static StateUnavailable failed(StoreName store, SQLException failure) {
    return new StateUnavailable(
        "The state database did not tell or drop the tables of store %s (SQL state %s). Check that"
                .formatted(store, failure.getSQLState())
            + " it is reachable, and that its user owns its tables.",
        failure);
  }
}
