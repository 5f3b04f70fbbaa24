package io.reconciled.store.sql;

import io.reconciled.model.SharedKey;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Shared keys in MariaDB and MySQL. Texts, and UUIDs as texts, are put in order by their UTF-8
 * bytes: no collation orders by code points without padding, and the type UUID orders by time.
 */
final class MariaDbKeys implements KeySql {
  @Override
  public Condition in(KeyColumn column, Collection<SharedKey.Single> keys) {
    Field<Object> key = column.field();
    return switch (column.type()) {
      case INTEGER -> key.in(keys.stream().map(found -> Long.valueOf(found.toString())).toList());
      case TEXT, UUID -> key.in(keys.stream().map(SharedKey::toString).toList());
    };
  }

  @Override
  public Field<?> ordered(KeyColumn column) {
    return switch (column.type()) {
      case INTEGER -> column.field();
      case TEXT, UUID -> DSL.field("CAST(CONVERT({0} USING utf8mb4) AS BINARY)", column.field());
    };
  }

  @Override
  public Field<?> sought(SharedKey.Single key) {
    return key instanceof SharedKey.IntegerKey(long number)
        ? DSL.val(number)
        : DSL.val(key.toString());
  }

  /** It would read the whole table. */
  @Override
  public boolean comparesRowsByIndex() {
    return false;
  }

  @Override
  public Field<?> operand(SharedKey.Single key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> DSL.val(number);
      case SharedKey.TextKey text -> bytes(text);
      case SharedKey.UuidKey uuid -> bytes(uuid);
    };
  }

  private static Field<?> bytes(SharedKey key) {
    return DSL.field(
        "CAST(CONVERT({0} USING utf8mb4) AS BINARY)", Object.class, DSL.val(key.toString()));
  }
}
