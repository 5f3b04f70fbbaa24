package io.reconciled.store.sql;

import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Shared keys in PostgreSQL: one array, whatever the number of keys. */
final class PostgresKeys implements KeySql {
  @Override
  public Condition in(KeyColumn column, Collection<SharedKey.Single> keys) {
    Field<Object> key = column.field();
    return switch (column.type()) {
      case INTEGER ->
          key.coerce(Long.class)
              .eq(DSL.any(keys.stream().map(PostgresKeys::number).toArray(Long[]::new)));
      case TEXT ->
          key.coerce(String.class)
              .eq(DSL.any(keys.stream().map(SharedKey::toString).toArray(String[]::new)));
      case UUID ->
          key.coerce(UUID.class)
              .eq(DSL.any(keys.stream().map(PostgresKeys::uuid).toArray(UUID[]::new)));
    };
  }

  private static Long number(SharedKey key) {
    return Long.valueOf(key.toString());
  }

  private static UUID uuid(SharedKey key) {
    return UUID.fromString(key.toString());
  }

  @Override
  public Field<?> ordered(KeyColumn column) {
    return switch (column.type()) {
      case INTEGER, UUID -> column.field();
      case TEXT -> column.field().cast(SQLDataType.CLOB).collate(DSL.collation(DSL.name("C")));
    };
  }

  @Override
  public Field<?> sought(SharedKey.Single key) {
    return operand(key);
  }

  /** A literal takes on the type of the column, and so its order; a bound text does not. */
  @Override
  public Field<?> ownOperand(SharedKey.Single key) {
    return key instanceof SharedKey.TextKey(String text) ? DSL.inline(text) : operand(key);
  }

  @Override
  public boolean comparesRowsByIndex() {
    return true;
  }

  @Override
  public Field<?> operand(SharedKey.Single key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> DSL.val(number);
      case SharedKey.TextKey(String text) -> DSL.val(text);
      case SharedKey.UuidKey(UUID uuid) -> DSL.val(uuid);
    };
  }
}
