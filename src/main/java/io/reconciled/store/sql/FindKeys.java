package io.reconciled.store.sql;

import io.reconciled.model.SharedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;

/** Rows that have one of some keys, of one part or of several. */
final class FindKeys {
  private FindKeys() {}

  /** The condition that finds them by the key's index, as {@link KeySql#in} promises. */
  static Condition in(KeySql keys, MappedTable table, Collection<SharedKey> wanted) {
    List<KeyColumn> columns = table.keys();
    if (columns.size() == 1) {
      return keys.in(
          columns.getFirst(), wanted.stream().map(key -> key.parts().getFirst()).toList());
    }
    return DSL.row(columns.stream().map(KeyColumn::field).toList())
        .in(wanted.stream().flatMap(key -> rows(keys, columns, key)).toList());
  }

  /** Every combination of the ways in which its parts may be stored. */
  private static Stream<RowN> rows(KeySql keys, List<KeyColumn> columns, SharedKey key) {
    List<List<Field<Object>>> rows = List.of(List.of());
    for (int i = 0; i < columns.size(); i++) {
      List<Field<?>> ways = keys.sought(columns.get(i), key.parts().get(i));
      List<List<Field<Object>>> longer = new ArrayList<>();
      for (List<Field<Object>> row : rows) {
        for (Field<?> way : ways) {
          List<Field<Object>> next = new ArrayList<>(row);
          next.add(way.coerce(Object.class));
          longer.add(next);
        }
      }
      rows = longer;
    }
    return rows.stream().map(DSL::row);
  }

  /** The rows that have exactly this key, whatever the database takes for equal to it. */
  static Condition exactly(KeySql keys, MappedTable table, SharedKey key) {
    Condition exactly = in(keys, table, List.of(key));
    for (int i = 0; i < table.keys().size(); i++) {
      KeyColumn column = table.keys().get(i);
      exactly =
          exactly.and(
              keys.ordered(column)
                  .coerce(Object.class)
                  .eq(keys.operand(column, key.parts().get(i)).coerce(Object.class)));
    }
    return exactly;
  }
}
