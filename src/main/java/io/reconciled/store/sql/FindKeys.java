package io.reconciled.store.sql;

import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.List;
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
        .in(wanted.stream().map(key -> row(keys, key)).toList());
  }

  private static RowN row(KeySql keys, SharedKey key) {
    List<Field<Object>> parts =
        key.parts().stream().map(part -> keys.sought(part).coerce(Object.class)).toList();
    return DSL.row(parts);
  }

  /** The rows that have exactly this key, whatever the database takes for equal to it. */
  static Condition exactly(KeySql keys, MappedTable table, SharedKey key) {
    Condition exactly = in(keys, table, List.of(key));
    for (int i = 0; i < table.keys().size(); i++) {
      exactly =
          exactly.and(
              keys.ordered(table.keys().get(i))
                  .coerce(Object.class)
                  .eq(keys.operand(key.parts().get(i)).coerce(Object.class)));
    }
    return exactly;
  }
}
