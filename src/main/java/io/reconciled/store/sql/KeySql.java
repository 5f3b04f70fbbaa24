package io.reconciled.store.sql;

import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** Shared keys in a database's SQL, by the type and the form of the column that holds them. */
interface KeySql {
  /**
   * Rows with one of these keys, by the key's index. May find more than was asked for where the
   * database takes unlike texts for equal; never less.
   *
   * @param keys at least one
   */
  Condition in(KeyColumn column, Collection<SharedKey.Single> keys);

  /** A key as operands for the column itself, one for each way in which it may be stored. */
  List<Field<?>> sought(KeyColumn column, SharedKey.Single key);

  /** A key as an operand for the column, compared as the column's index compares. */
  default Field<?> ownOperand(KeyColumn column, SharedKey.Single key) {
    return sought(column, key).getFirst();
  }

  /**
   * An expression that sorts and compares as {@link SharedKey} does; null for what a form that is
   * out of order does not take for a key.
   */
  Field<?> ordered(KeyColumn column);

  /** A key as an operand for what {@link #ordered} returns. */
  Field<?> operand(KeyColumn column, SharedKey.Single key);

  /** Whether an index on several columns answers a comparison of all of them at once. */
  boolean comparesRowsByIndex();
}
