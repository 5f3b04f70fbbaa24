package io.reconciled.store.sql;

import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Looks for the keys that hold given values, and leaves out what only the database takes for them.
 */
final class FindHolders {
  private final Dialect dialect;
  private final MappedTable table;

  FindHolders(Dialect dialect, MappedTable table) {
    this.dialect = dialect;
    this.table = table;
  }

  Map<Value, Set<SharedKey>> of(DSLContext sql, String attribute, Collection<Value> values)
      throws SQLException {
    Map<Value, Set<SharedKey>> holders = new HashMap<>();
    Set<Value> wanted = new HashSet<>(values);
    Set<Field<?>> operands = new HashSet<>();
    values.forEach(value -> operands.add(dialect.types().operand(value)));
    try (var cursor =
            table.selectFrom(sql).where(table.attribute(attribute).in(operands)).fetchLazy();
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
    return holders;
  }
}
