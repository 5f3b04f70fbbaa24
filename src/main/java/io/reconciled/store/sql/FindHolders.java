package io.reconciled.store.sql;

import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * Looks for the keys that hold given values, and leaves out what only the database takes for them.
 * Values that the column cannot hold are not asked for: a database would fail, or compare with
 * every row.
 */
final class FindHolders {
  /** More values than this make a statement that some databases refuse. */
  private static final int VALUES_PER_STATEMENT = 5_000;

  private final Dialect dialect;
  private final MappedTable table;
  private final String attribute;
  private final Map<Value, Set<SharedKey>> holders = new HashMap<>();

  FindHolders(Dialect dialect, MappedTable table, String attribute) {
    this.dialect = dialect;
    this.table = table;
    this.attribute = attribute;
  }

  Map<Value, Set<SharedKey>> of(DSLContext sql, Collection<Value> values) throws SQLException {
    List<Value> asked = holdable(sql, new HashSet<>(values));
    for (int from = 0; from < asked.size(); from += VALUES_PER_STATEMENT) {
      find(sql, asked.subList(from, Math.min(asked.size(), from + VALUES_PER_STATEMENT)));
    }
    return holders;
  }

  private List<Value> holdable(DSLContext sql, Set<Value> values) throws SQLException {
    try (var none =
            sql.select(table.attribute(attribute)).from(table.table()).limit(0).fetchLazy();
        ResultSet rows = none.resultSet()) {
      ResultSetMetaData columns = rows.getMetaData();
      List<Value> holdable = new ArrayList<>();
      for (Value value : values) {
        if (ColumnKind.mayHold(columns, 1, value)) {
          holdable.add(value);
        }
      }
      return holdable;
    }
  }

  /** What the database cannot make a value of the column's type of, the column does not hold. */
  private void find(DSLContext sql, List<Value> asked) throws SQLException {
    try {
      collect(sql, asked);
    } catch (SQLException | DataAccessException e) {
      SQLException cause = SqlCause.of(e);
      if (!SqlCause.isUnfitValue(cause)) {
        throw cause;
      }
      if (asked.size() > 1) {
        find(sql, asked.subList(0, asked.size() / 2));
        find(sql, asked.subList(asked.size() / 2, asked.size()));
      }
    }
  }

  private void collect(DSLContext sql, List<Value> asked) throws SQLException {
    Set<Value> wanted = new HashSet<>(asked);
    try (var cursor =
            table
                .selectFrom(sql)
                .where(
                    table
                        .attribute(attribute)
                        .in(asked.stream().map(dialect.types()::operand).toList()))
                .and(table.taken())
                .fetchLazy();
        ResultSet rows = cursor.resultSet()) {
      RowDecoder decoder = new RowDecoder(table, dialect.types(), rows);
      while (rows.next()) {
        Value held = decoder.image(rows).attributes().getOrDefault(attribute, Value.NULL);
        Optional<SharedKey> key = decoder.key(rows);
        if (key.isPresent() && wanted.contains(held)) {
          holders.computeIfAbsent(held, first -> new HashSet<>()).add(key.get());
        }
      }
    }
  }
}
