package io.reconciled.store.sql;

import io.reconciled.model.KeyType;
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
  Condition in(Field<Object> key, KeyType type, Collection<SharedKey> keys);

  /** An expression that sorts and compares as {@link SharedKey} does. */
  Field<?> ordered(Field<Object> key, KeyType type);

  /** A key as an operand for what {@link #ordered} returns. */
  Field<?> operand(SharedKey key);
}
