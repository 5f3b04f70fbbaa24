package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tables stand behind the mapped names. The log tells when one is truncated, and never that
 * one was dropped, or that a partition was truncated, dropped or detached: those count as well.
 */
final class PostgresTablesNow {
  private static final String TABLE =
      """
      SELECT c.oid::text || coalesce((
        SELECT ' ' || md5(string_agg(l.oid::text || ' ' || l.relfilenode::text, ' ' ORDER BY l.oid))
        FROM pg_partition_tree(c.oid) t JOIN pg_class l ON l.oid = t.relid
        WHERE c.relkind = 'p' AND t.isleaf), '')
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ?\
      """;

  private PostgresTablesNow() {}

  static Map<List<String>, String> identities(Connection connection, List<Dataset> datasets)
      throws SQLException {
    Map<List<String>, String> identities = new HashMap<>();
    for (Dataset dataset : datasets) {
      identity(connection, PostgresTable.of(dataset))
          .ifPresent(identity -> identities.put(dataset.container(), identity));
    }
    return identities;
  }

  private static Optional<String> identity(Connection connection, PostgresTable table)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TABLE)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      ResultSet found = statement.executeQuery();
      return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
    }
  }
}
