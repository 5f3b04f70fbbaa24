package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decodes one column of a result. */
@FunctionalInterface
interface ColumnReader {
  Value read(ResultSet row, int column) throws SQLException;

  /** How a driver is asked for a column; null, or any value before a null, for a null. */
  @FunctionalInterface
  interface Getter<T> {
    @Nullable T get(ResultSet row, int column) throws SQLException;
  }

  static <T> ColumnReader of(Getter<T> getter, Function<T, Value> canonical) {
    return (row, column) -> {
      T found = getter.get(row, column);
      return found == null || row.wasNull() ? Value.NULL : canonical.apply(found);
    };
  }

  /** A type without a canonical form: null is told, everything else is named only. */
  static ColumnReader unmapped(String type) {
    return of(ResultSet::getObject, found -> new Value.Unmapped(type));
  }
}
