package io.reconciled.store.sql;

import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.store.Scan.Order;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;

/** The rows that a dataset takes and that have a key, in our order or in the database's own. */
final class KeyRangeSql {
  private final KeySql keys;
  private final MappedTable table;
  private final boolean own;

  KeyRangeSql(KeySql keys, MappedTable table, Order order) {
    this.keys = keys;
    this.table = table;
    this.own = order == Order.OWN || table.isInOurOrder();
  }

  /** Those within the range. */
  Condition within(KeyRange range) {
    return DSL.and(
        keyed(),
        range.from().map(this::atOrAfter).orElse(DSL.noCondition()),
        range.to().map(this::before).orElse(DSL.noCondition()));
  }

  /** Those behind a key. */
  Condition after(SharedKey key) {
    return DSL.and(keyed(), beyond(key, Field::gt, Field::gt, RowN::gt));
  }

  List<Field<Object>> ordered() {
    return table.keys().stream().map(this::ordered).toList();
  }

  private Field<Object> ordered(KeyColumn column) {
    return own ? column.field() : keys.ordered(column).coerce(Object.class);
  }

  private List<Field<Object>> operands(SharedKey key) {
    List<Field<Object>> operands = new ArrayList<>();
    for (int i = 0; i < table.keys().size(); i++) {
      KeyColumn column = table.keys().get(i);
      SharedKey.Single part = key.parts().get(i);
      Field<?> operand = own ? keys.ownOperand(column, part) : keys.operand(column, part);
      operands.add(operand.coerce(Object.class));
    }
    return operands;
  }

  private Condition keyed() {
    Condition present =
        DSL.and(table.keys().stream().map(column -> place(column).isNotNull()).toList());
    return DSL.and(table.taken(), present);
  }

  /** Rows that no range has but the one that is open at its head. */
  Condition keyless() {
    Condition absent = DSL.or(table.keys().stream().map(column -> place(column).isNull()).toList());
    return absent.and(table.taken());
  }

  /** What is null for a row that has no place in this order. */
  private Field<Object> place(KeyColumn column) {
    return column.form().isOutOfOrder() ? ordered(column) : column.field();
  }

  private Condition atOrAfter(SharedKey key) {
    return beyond(key, Field::gt, Field::ge, RowN::ge);
  }

  private Condition before(SharedKey key) {
    return beyond(key, Field::lt, Field::lt, RowN::lt);
  }

  @FunctionalInterface
  private interface Comparison<T> {
    Condition of(T left, T right);
  }

  /**
   * Rows on one side of a key: where several columns can be compared at once by their index, so;
   * else spelt out column by column. A single column is compared once: an index does not answer
   * that it is greater or equal where that is written as two comparisons.
   *
   * @param one how a column that decides compares, where others follow
   * @param last how the last column compares
   * @param whole how all columns at once compare
   */
  private Condition beyond(
      SharedKey key,
      Comparison<Field<Object>> one,
      Comparison<Field<Object>> last,
      Comparison<RowN> whole) {
    List<Field<Object>> columns = ordered();
    List<Field<Object>> operands = operands(key);
    if (columns.size() > 1 && keys.comparesRowsByIndex()) {
      return whole.of(DSL.row(columns), DSL.row(operands));
    }
    List<Condition> ways = new ArrayList<>();
    Condition alike = DSL.noCondition();
    for (int i = 0; i < columns.size(); i++) {
      Comparison<Field<Object>> decides = i == columns.size() - 1 ? last : one;
      ways.add(DSL.and(alike, decides.of(columns.get(i), operands.get(i))));
      alike = alike.and(columns.get(i).eq(operands.get(i)));
    }
    return DSL.or(ways);
  }
}
