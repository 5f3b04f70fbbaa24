package io.reconciled.store.sql;

import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Keys of a range, in our order. */
final class KeyRangeSql {
  private final KeySql keys;
  private final Field<Object> column;
  private final KeyType type;
  private final Condition taken;

  KeyRangeSql(KeySql keys, MappedTable table) {
    this.keys = keys;
    this.column = table.key();
    this.type = table.dataset().keyType();
    this.taken = table.taken();
  }

  /** Rows that the dataset takes and that have a key, within the range. */
  Condition within(KeyRange range) {
    return DSL.and(
        taken,
        column.isNotNull(),
        range.from().map(from -> ordered().ge(operand(from))).orElse(DSL.noCondition()),
        range.to().map(to -> ordered().lt(operand(to))).orElse(DSL.noCondition()));
  }

  /** Rows that the dataset takes, behind a key. */
  Condition after(SharedKey key) {
    return DSL.and(taken, ordered().gt(operand(key)));
  }

  Field<Object> ordered() {
    return keys.ordered(column, type).coerce(Object.class);
  }

  private Field<Object> operand(SharedKey key) {
    return keys.operand(key).coerce(Object.class);
  }
}
