package io.reconciled.store.sql;

import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;

/** Finds the key that ends a range of a given number of rows. */
final class FindBoundary {
  private final Dialect dialect;
  private final MappedTable table;

  FindBoundary(Dialect dialect, MappedTable table) {
    this.dialect = dialect;
    this.table = table;
  }

  Optional<SharedKey> after(DSLContext sql, Optional<SharedKey> from, int rows)
      throws SQLException {
    Optional<SharedKey> found = at(sql, from, rows);
    // More rows with one key than the range should have: it grows to hold them all.
    return found.isPresent() && found.equals(from) ? nextAfter(sql, found.get()) : found;
  }

  private Optional<SharedKey> at(DSLContext sql, Optional<SharedKey> from, int rows)
      throws SQLException {
    KeyRangeSql range = new KeyRangeSql(dialect.keys(), table);
    return first(
        sql.select(table.key())
            .from(table.table())
            .where(range.within(new KeyRange(from, Optional.empty())))
            .orderBy(range.ordered())
            .limit(1)
            .offset(rows));
  }

  private Optional<SharedKey> nextAfter(DSLContext sql, SharedKey key) throws SQLException {
    KeyRangeSql range = new KeyRangeSql(dialect.keys(), table);
    return first(
        sql.select(table.key())
            .from(table.table())
            .where(range.ordered().gt(dialect.keys().operand(key).coerce(Object.class)))
            .orderBy(range.ordered())
            .limit(1));
  }

  private Optional<SharedKey> first(ResultQuery<?> query) throws SQLException {
    try (var cursor = query.fetchLazy();
        ResultSet rows = cursor.resultSet()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      ColumnReader reader = dialect.types().reader(rows, 1);
      return table.dataset().keyType().keyOf(reader.read(rows, 1));
    }
  }
}
