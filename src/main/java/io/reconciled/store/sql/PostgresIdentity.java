package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Refuses tables that must not be published: in a publication, a table without a replica identity
 * fails the UPDATE and DELETE of its own owner.
 */
final class PostgresIdentity {
  private static final String IDENTITY =
      """
      SELECT c.relreplident = 'f' OR EXISTS (
        SELECT FROM pg_index i
        WHERE i.indrelid = c.oid AND i.indisvalid
          AND (c.relreplident = 'd' AND i.indisprimary
            OR c.relreplident = 'i' AND i.indisreplident))
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p')\
      """;

  private PostgresIdentity() {}

  static List<StoreComplaint> complaints(Connection connection, List<Dataset> datasets)
      throws SQLException {
    List<StoreComplaint> complaints = new ArrayList<>();
    for (Dataset dataset : datasets) {
      complaint(connection, dataset).ifPresent(complaints::add);
    }
    return complaints;
  }

  private static Optional<StoreComplaint> complaint(Connection connection, Dataset dataset)
      throws SQLException {
    PostgresTable table = PostgresTable.of(dataset);
    try (PreparedStatement statement = connection.prepareStatement(IDENTITY)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      ResultSet found = statement.executeQuery();
      if (!found.next()) {
        return Optional.of(
            StoreComplaint.error(
                Subject.container(dataset),
                "There is no table " + table + " whose changes could be followed.",
                "Correct its name, or write view: instead of table: where it is one."));
      }
      return found.getBoolean(1) ? Optional.empty() : Optional.of(withoutIdentity(dataset, table));
    }
  }

  private static StoreComplaint withoutIdentity(Dataset dataset, PostgresTable table) {
    return StoreComplaint.error(
        Subject.container(dataset),
        "Table "
            + table
            + " has neither a primary key nor another replica identity: if it were published, its"
            + " owner's UPDATE and DELETE would fail.",
        "Add a primary key, or run: ALTER TABLE " + table + " REPLICA IDENTITY FULL;");
  }
}
