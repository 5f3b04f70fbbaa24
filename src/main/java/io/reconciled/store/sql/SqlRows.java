package io.reconciled.store.sql;

import io.reconciled.model.KeyRange;
import io.reconciled.store.Rows;
import io.reconciled.store.ScannedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
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
  private final Deque<Function<DSLContext, ResultQuery<?>>> queries = new ArrayDeque<>();
  private Optional<Result> result = Optional.empty();
  private Optional<ScannedRow> next = Optional.empty();
  private boolean closed;

  private record Result(Cursor<?> cursor, ResultSet rows, RowDecoder decoder) {}

  SqlRows(SqlStream stream, MappedTable table, Dialect dialect, KeyRange range) {
    this.stream = stream;
    this.table = table;
    this.dialect = dialect;
    if (range.from().isEmpty()) {
      queries.add(sql -> table.selectFrom(sql).where(keyless()).and(table.taken()));
    }
    KeyRangeSql keys = new KeyRangeSql(dialect.keys(), table);
    queries.add(sql -> table.selectFrom(sql).where(keys.within(range)).orderBy(keys.ordered()));
  }

  private Condition keyless() {
    return DSL.or(table.keyFields().stream().map(Field::isNull).toList());
  }

  @Override
  public boolean hasNext() {
    if (next.isEmpty() && !closed) {
      try {
        next = fetch();
      } catch (SQLException | DataAccessException e) {
        close();
        throw stream.failure("scan " + table.dataset(), e);
      }
      if (next.isEmpty()) {
        closed = true;
        stream.end(true);
      }
    }
    return next.isPresent();
  }

  @Override
  public ScannedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the scan of " + table.dataset() + " is at its end");
    }
    ScannedRow row = next.orElseThrow();
    next = Optional.empty();
    return row;
  }

  private Optional<ScannedRow> fetch() throws SQLException {
    while (result.isPresent() || !queries.isEmpty()) {
      if (result.isEmpty()) {
        result = Optional.of(open(queries.remove()));
      }
      Result current = result.get();
      if (current.rows.next()) {
        return Optional.of(current.decoder.row(current.rows));
      }
      current.cursor.close();
      result = Optional.empty();
    }
    return Optional.empty();
  }

  private Result open(Function<DSLContext, ResultQuery<?>> query) throws SQLException {
    Cursor<?> cursor = stream.open(query.apply(stream.sql()));
    ResultSet rows = cursor.resultSet();
    return new Result(cursor, rows, new RowDecoder(table, dialect.types(), rows));
  }

  @Override
  public void close() {
    next = Optional.empty();
    if (!closed) {
      closed = true;
      stream.close();
    }
  }
}
