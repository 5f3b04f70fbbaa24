package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The publication that says which tables' changes are sent: exactly the mapped ones. */
final class PostgresPublication {
  private static final String TABLES =
      """
      SELECT n.nspname, c.relname
      FROM pg_publication_rel r
      JOIN pg_publication p ON p.oid = r.prpubid
      JOIN pg_class c ON c.oid = r.prrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE p.pubname = ?\
      """;
  private final String name;

  PostgresPublication(String name) {
    this.name = name;
  }

  /** Creates it, or alters it when other tables are mapped than when it was created. */
  List<StoreComplaint> complete(Connection connection, List<Dataset> datasets) throws SQLException {
    Set<PostgresTable> wanted =
        datasets.stream().map(PostgresTable::of).collect(Collectors.toCollection(TreeSet::new));
    Set<PostgresTable> published = published(connection);
    String quoted = PostgresTable.quoted(name);
    if (!exists(connection)) {
      // A partitioned table is mapped as one, so its changes must carry its own name.
      return run(
          connection,
          "CREATE PUBLICATION %s %sWITH (publish_via_partition_root = true)"
              .formatted(quoted, wanted.isEmpty() ? "" : "FOR TABLE " + list(wanted) + " "));
    }
    if (published.equals(wanted)) {
      return List.of();
    }
    return run(
        connection,
        wanted.isEmpty()
            ? "ALTER PUBLICATION %s DROP TABLE %s".formatted(quoted, list(published))
            : "ALTER PUBLICATION %s SET TABLE %s".formatted(quoted, list(wanted)));
  }

  private static String list(Set<PostgresTable> tables) {
    return tables.stream().map(PostgresTable::toString).collect(Collectors.joining(", "));
  }

  private List<StoreComplaint> run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return List.of();
    } catch (SQLException failure) {
      if (!PostgresStates.meansForbidden(failure)) {
        throw failure;
      }
      return List.of(
          StoreComplaint.error(
              Subject.STORE,
              "The publication "
                  + name
                  + " must hold exactly the mapped tables, and this user may"
                  + " not see to it.",
              "As the tables' owner or a superuser, run: " + sql + ";"));
    }
  }

  private boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT FROM pg_publication WHERE pubname = ?")) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private Set<PostgresTable> published(Connection connection) throws SQLException {
    Set<PostgresTable> published = new TreeSet<>();
    try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
      statement.setString(1, name);
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        published.add(new PostgresTable(rows.getString(1), rows.getString(2)));
      }
    }
    return published;
  }
}
