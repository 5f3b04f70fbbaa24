package io.reconciled.store.sql;

import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Scan.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The rows of a range. Where its head is open, rows without a key come first, by a query of their
 * own: sorting them in front of the others would keep a database from using the key's index.
 */
final class SqlRows implements Rows {
  private final SqlStream stream;
  private final MappedTable table;
  private final Dialect dialect;
  private final Scan scan;
  private final RowWriter writer;
  private final Deque<Function<DSLContext, ResultQuery<?>>> queries = new ArrayDeque<>();
  private Optional<Result> result = Optional.empty();
  private long seen;
  private boolean closed;

  private record Result(Cursor<?> cursor, ResultSet rows, RowDecoder decoder) {}

  SqlRows(SqlStream stream, MappedTable table, Dialect dialect, Scan scan) {
    this.stream = stream;
    this.table = table;
    this.dialect = dialect;
    this.scan = scan;
    this.writer = new RowWriter(table.attributes());
    if (scan.range().from().isEmpty()) {
      queries.add(sql -> table.selectFrom(sql).where(keyless()).and(table.taken()));
    }
    queries.add(this::keyed);
  }

  private Condition keyless() {
    return DSL.or(table.keyFields().stream().map(Field::isNull).toList());
  }

  private ResultQuery<?> keyed(DSLContext sql) {
    KeyRangeSql keys = new KeyRangeSql(dialect.keys(), table, scan.order());
    var rows = table.selectFrom(sql).where(keys.within(scan.range()));
    if (scan.order() == Order.OWN) {
      return rows;
    }
    var ordered = rows.orderBy(keys.ordered());
    return scan.isLimited() ? ordered.limit(scan.limit()) : ordered;
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
      throw stream.failure("scan " + table.dataset(), e);
    }
    if (!writer.isEmpty()) {
      return Optional.of(writer.take());
    }
    closed = true;
    stream.end(true);
    return Optional.empty();
  }

  private boolean fetch() throws SQLException {
    while (result.isPresent() || !queries.isEmpty()) {
      if (result.isEmpty()) {
        result = Optional.of(open(queries.remove()));
        seen = 0;
      }
      Result current = result.get();
      if (current.rows.next()) {
        seen++;
        current.decoder.write(current.rows, writer);
        return true;
      }
      current.cursor.close();
      result = Optional.empty();
    }
    return false;
  }

  private Result open(Function<DSLContext, ResultQuery<?>> query) throws SQLException {
    Cursor<?> cursor = stream.open(query.apply(stream.sql()));
    ResultSet rows = cursor.resultSet();
    return new Result(cursor, rows, new RowDecoder(table, dialect.types(), rows));
  }

  @Override
  public boolean cut() {
    return seen == scan.limit();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      stream.close();
    }
  }
}
