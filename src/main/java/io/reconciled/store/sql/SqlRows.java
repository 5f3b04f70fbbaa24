package io.reconciled.store.sql;

import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Scan.Order;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;

/**
 * The rows of a range. Where its head is open, rows without a key come first, by a query of their
 * own: sorting them in front of the others would keep a database from using the key's index.
 */
final class SqlRows implements Rows {
  private final SqlStream stream;
  private final MappedTables tables;
  private final Dialect dialect;
  private final FetchRows fetching;
  private final Scan scan;
  private final RowWriter writer;
  private final Deque<RowQuery> queries = new ArrayDeque<>();
  private Optional<FetchedRows> fetched = Optional.empty();
  private long seen;
  private boolean closed;

  SqlRows(SqlStream stream, MappedTables tables, Dialect dialect, FetchRows fetching, Scan scan) {
    this.stream = stream;
    this.tables = tables;
    this.dialect = dialect;
    this.fetching = fetching;
    this.scan = scan;
    this.writer = new RowWriter(scan.dataset().sortedAttributes());
    if (scan.range().from().isEmpty()) {
      queries.add(this::keyless);
    }
    queries.add(this::keyed);
  }

  private ResultQuery<?> keyless(DSLContext sql, List<? extends Field<?>> columns) {
    MappedTable table = tables.of(sql, scan.dataset());
    return sql.select(columns).from(table.table()).where(keys(table).keyless());
  }

  private ResultQuery<?> keyed(DSLContext sql, List<? extends Field<?>> columns) {
    MappedTable table = tables.of(sql, scan.dataset());
    KeyRangeSql keys = keys(table);
    var rows = sql.select(columns).from(table.table()).where(keys.within(scan.range()));
    if (scan.order() == Order.OWN) {
      return rows;
    }
    var ordered = rows.orderBy(keys.ordered());
    return scan.isLimited() ? ordered.limit(scan.limit()) : ordered;
  }

  private KeyRangeSql keys(MappedTable table) {
    return new KeyRangeSql(dialect.keys(), table, scan.order());
  }

  @Override
  public Optional<RowBlock> next() {
    if (closed) {
      return Optional.empty();
    }
    try {
      while (!writer.isFull() && fetch()) {
        // The writer has one row more.
      }
    } catch (SQLException | DataAccessException e) {
      close();
      throw stream.failure("scan " + scan.dataset(), e);
    }
    if (!writer.isEmpty()) {
      return Optional.of(writer.take());
    }
    closed = true;
    stream.end(true);
    return Optional.empty();
  }

  private boolean fetch() throws SQLException {
    while (fetched.isPresent() || !queries.isEmpty()) {
      if (fetched.isEmpty()) {
        fetched =
            Optional.of(
                fetching.fetch(stream, tables.of(stream.sql(), scan.dataset()), queries.remove()));
        seen = 0;
      }
      if (fetched.get().write(writer)) {
        seen++;
        return true;
      }
      fetched = Optional.empty();
    }
    return false;
  }

  @Override
  public boolean cut() {
    return seen == scan.limit();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      fetched.ifPresent(stream::abandon);
      stream.close();
    }
  }
}
