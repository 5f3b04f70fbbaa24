package io.reconciled.store.sql;

import io.reconciled.model.SharedKey;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;

/** Shared keys in a database's SQL. */
interface KeySql {
  /**
   * Rows with one of these keys, by the key's index. May find more than was asked for where the
   * database takes unlike texts for equal; never less.
   *
   * @param keys at least one
   */
  Condition in(KeyColumn column, Collection<SharedKey.Single> keys);

  /** A key as an operand for the column itself. */
  Field<?> sought(SharedKey.Single key);

  /** A key as an operand for the column, compared as the column's index compares. */
  default Field<?> ownOperand(SharedKey.Single key) {
    return sought(key);
  }

  /** An expression that sorts and compares as {@link SharedKey} does. */
  Field<?> ordered(KeyColumn column);

  /** A key as an operand for what {@link #ordered} returns. */
  Field<?> operand(SharedKey.Single key);

  /** Whether an index on several columns answers a comparison of all of them at once. */
  boolean comparesRowsByIndex();
}
