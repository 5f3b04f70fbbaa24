package io.reconciled.store.sql;

import io.reconciled.model.KeyForm;
import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Shared keys in PostgreSQL: one array, whatever the number of keys. */
final class PostgresKeys implements KeySql {
  private static final String WHOLE = "^(0|-?[1-9][0-9]{0,18})$";
  private static final String UUID_IN_ONE_CASE =
      "^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12})$";

  @Override
  public Condition in(KeyColumn column, Collection<SharedKey.Single> keys) {
    Field<Object> key = column.field();
    return switch (column.form()) {
      case OWN -> inArray(column, keys);
      case UUID_BYTES -> key.in(keys.stream().map(column::bytes).toList());
      case FOLDED, DECIMAL, UUID_TEXT ->
          key.in(column.texts(keys).stream().map(DSL::inline).toList());
    };
  }

  private static Condition inArray(KeyColumn column, Collection<SharedKey.Single> keys) {
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
    return switch (column.form()) {
      case DECIMAL -> where(column, WHOLE, SQLDataType.NUMERIC);
      case UUID_TEXT -> where(column, UUID_IN_ONE_CASE, SQLDataType.UUID);
      case UUID_BYTES -> column.field();
      case OWN, FOLDED ->
          switch (column.type()) {
            case INTEGER, UUID -> column.field();
            case TEXT -> text(column).collate(DSL.collation(DSL.name("C")));
          };
    };
  }

  private static Field<String> text(KeyColumn column) {
    return column.field().cast(SQLDataType.CLOB);
  }

  private static Field<?> where(KeyColumn column, String pattern, org.jooq.DataType<?> type) {
    return DSL.when(
        DSL.condition("{0} ~ {1}", text(column), DSL.inline(pattern)), text(column).cast(type));
  }

  /** A literal takes on the type of the column, and so its equality; a bound text does not. */
  @Override
  public List<Field<?>> sought(KeyColumn column, SharedKey.Single key) {
    return switch (column.form()) {
      case OWN, UUID_BYTES -> List.of(operand(column, key));
      case FOLDED, DECIMAL, UUID_TEXT ->
          column.texts(List.of(key)).stream().<Field<?>>map(DSL::inline).toList();
    };
  }

  /** Its order as well. */
  @Override
  public Field<?> ownOperand(KeyColumn column, SharedKey.Single key) {
    return column.form() == KeyForm.OWN && key instanceof SharedKey.TextKey(String text)
        ? DSL.inline(text)
        : sought(column, key).getFirst();
  }

  @Override
  public boolean comparesRowsByIndex() {
    return true;
  }

  @Override
  public Field<?> operand(KeyColumn column, SharedKey.Single key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> DSL.val(number);
      case SharedKey.TextKey(String text) -> DSL.val(text);
      case SharedKey.UuidKey uuid when column.form() == KeyForm.UUID_BYTES ->
          DSL.val(column.bytes(uuid));
      case SharedKey.UuidKey(UUID uuid) -> DSL.val(uuid);
    };
  }
}
