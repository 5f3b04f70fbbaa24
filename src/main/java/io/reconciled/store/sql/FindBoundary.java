package io.reconciled.store.sql;

import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.store.Scan.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;

/** Finds the key that ends a range of a given number of rows. */
final class FindBoundary {
  private final Dialect dialect;
  private final MappedTable table;
  private final Order order;
  private final KeyRangeSql keys;

  FindBoundary(Dialect dialect, MappedTable table, Order order) {
    this.dialect = dialect;
    this.table = table;
    this.order = order;
    this.keys = new KeyRangeSql(dialect.keys(), table, order);
  }

  Optional<SharedKey> after(DSLContext sql, Optional<SharedKey> from, int rows)
      throws SQLException {
    if (order == Order.OWN && from.isPresent()) {
      // Only the database knows which keys it takes for equal to the start, and they belong to it.
      // A key that is stored in several ways may follow itself: then the range goes to the end.
      return following(sql, keys.after(from.get()), rows)
          .filter(found -> !found.equals(from.get()));
    }
    Optional<SharedKey> found = at(sql, from, rows);
    // More rows with one key than the range should have: it grows to hold them all.
    return found.isPresent() && found.equals(from) ? nextAfter(sql, found.get()) : found;
  }

  private Optional<SharedKey> at(DSLContext sql, Optional<SharedKey> from, int rows)
      throws SQLException {
    return following(sql, keys.within(new KeyRange(from, Optional.empty())), rows);
  }

  private Optional<SharedKey> nextAfter(DSLContext sql, SharedKey key) throws SQLException {
    return following(sql, keys.after(key), 0);
  }

  private Optional<SharedKey> following(DSLContext sql, Condition condition, int rows)
      throws SQLException {
    return first(
        sql.select(table.keyFields())
            .from(table.table())
            .where(condition)
            .orderBy(keys.ordered())
            .limit(1)
            .offset(rows));
  }

  private Optional<SharedKey> first(ResultQuery<?> query) throws SQLException {
    try (var cursor = query.fetchLazy();
        ResultSet rows = cursor.resultSet()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      return new RowDecoder(table, dialect.types(), rows).key(rows);
    }
  }
}
