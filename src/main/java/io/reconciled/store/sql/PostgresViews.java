package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Leaves out what can be read but not published: views, and foreign tables. */
final class PostgresViews {
  private static final String KIND =
      """
      SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('v', 'm', 'f')\
      """;

  private PostgresViews() {}

  /** The datasets that lie in tables, or nowhere. */
  static List<Dataset> without(Connection connection, List<Dataset> datasets) throws SQLException {
    List<Dataset> tables = new ArrayList<>();
    for (Dataset dataset : datasets) {
      if (!isView(connection, PostgresTable.of(dataset))) {
        tables.add(dataset);
      }
    }
    return tables;
  }

  private static boolean isView(Connection connection, PostgresTable table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KIND)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      ResultSet found = statement.executeQuery();
      return found.next();
    }
  }
}
