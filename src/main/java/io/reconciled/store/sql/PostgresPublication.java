package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.store.ChangeFeed.SeenTo;
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

  /**
   * Creates it, or alters it when other tables are mapped than are in it: since they are others, or
   * because they were dropped and made anew.
   */
  SeenTo complete(Connection connection, List<Dataset> datasets) throws SQLException {
    Set<PostgresTable> wanted =
        datasets.stream().map(PostgresTable::of).collect(Collectors.toCollection(TreeSet::new));
    if (!exists(connection)) {
      return new SeenTo(Set.of(), create(connection, wanted));
    }
    Set<PostgresTable> published = published(connection);
    if (published.equals(wanted)) {
      return SeenTo.NOTHING;
    }
    String alter = alter(wanted, published);
    List<Dataset> missing =
        datasets.stream()
            .filter(dataset -> !published.contains(PostgresTable.of(dataset)))
            .toList();
    // What is in it and is not mapped does no harm.
    return run(connection, alter)
        ? new SeenTo(Set.copyOf(missing), List.of())
        : new SeenTo(
            Set.of(), missing.stream().map(dataset -> unpublished(dataset, alter)).toList());
  }

  /** A partitioned table is mapped as one, so its changes must carry its own name. */
  private List<StoreComplaint> create(Connection connection, Set<PostgresTable> wanted)
      throws SQLException {
    String create =
        "CREATE PUBLICATION %s %sWITH (publish_via_partition_root = true)"
            .formatted(
                PostgresTable.quoted(name),
                wanted.isEmpty() ? "" : "FOR TABLE " + list(wanted) + " ");
    return run(connection, create)
        ? List.of()
        : List.of(
            StoreComplaint.error(
                Subject.STORE,
                "There is no publication " + name + ", and this user may not create it.",
                fix(create)));
  }

  private String alter(Set<PostgresTable> wanted, Set<PostgresTable> published) {
    String quoted = PostgresTable.quoted(name);
    return wanted.isEmpty()
        ? "ALTER PUBLICATION %s DROP TABLE %s".formatted(quoted, list(published))
        : "ALTER PUBLICATION %s SET TABLE %s".formatted(quoted, list(wanted));
  }

  private StoreComplaint unpublished(Dataset dataset, String alter) {
    return StoreComplaint.error(
        Subject.container(dataset),
        "The publication "
            + name
            + " does not hold table "
            + PostgresTable.of(dataset)
            + ", and this user may not see to it.",
        fix(alter));
  }

  private static String fix(String sql) {
    return "As the tables' owner or a superuser, run: " + sql + ";";
  }

  private static String list(Set<PostgresTable> tables) {
    return tables.stream().map(PostgresTable::toString).collect(Collectors.joining(", "));
  }

  /** False where this user may not do so. */
  private static boolean run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (SQLException failure) {
      if (!PostgresStates.meansForbidden(failure)) {
        throw failure;
      }
      return false;
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
