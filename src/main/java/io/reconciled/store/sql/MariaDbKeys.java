package io.reconciled.store.sql;

import io.reconciled.model.KeyForm;
import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Shared keys in MariaDB and MySQL. Texts, and UUIDs as texts, are put in order by their UTF-8
 * bytes: no collation orders by code points without padding, and the type UUID orders by time.
 */
final class MariaDbKeys implements KeySql {
  private static final String BYTES = "CAST(CONVERT({0} USING utf8mb4) AS BINARY)";
  private static final String WHOLE = "^(0|-?[1-9][0-9]{0,18})\\z";
  private static final String UUID_IN_ONE_CASE =
      "^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12})\\z";

  @Override
  public Condition in(KeyColumn column, Collection<SharedKey.Single> keys) {
    Field<Object> key = column.field();
    return switch (column.form()) {
      case UUID_BYTES -> key.in(keys.stream().map(column::bytes).toList());
      case FOLDED, DECIMAL, UUID_TEXT -> key.in(column.texts(keys));
      case OWN ->
          switch (column.type()) {
            case INTEGER ->
                key.in(keys.stream().map(found -> Long.valueOf(found.toString())).toList());
            case TEXT, UUID -> key.in(keys.stream().map(SharedKey::toString).toList());
          };
    };
  }

  @Override
  public Field<?> ordered(KeyColumn column) {
    return switch (column.form()) {
      case UUID_BYTES -> column.field();
      case DECIMAL -> where(column, WHOLE, "CAST({0} AS DECIMAL(20))");
      case UUID_TEXT -> where(column, UUID_IN_ONE_CASE, BYTES.replace("{0}", "LOWER({0})"));
      case OWN, FOLDED ->
          switch (column.type()) {
            case INTEGER -> column.field();
            case TEXT, UUID -> DSL.field(BYTES, column.field());
          };
    };
  }

  private static Field<?> where(KeyColumn column, String pattern, String then) {
    return DSL.when(
        DSL.condition(
            "CONVERT({0} USING utf8mb4) COLLATE utf8mb4_bin REGEXP {1}",
            column.field(), DSL.val(pattern)),
        DSL.field(then, Object.class, column.field()));
  }

  @Override
  public List<Field<?>> sought(KeyColumn column, SharedKey.Single key) {
    return switch (column.form()) {
      case UUID_BYTES -> List.of(DSL.val(column.bytes(key)));
      case FOLDED, DECIMAL, UUID_TEXT ->
          column.texts(List.of(key)).stream().<Field<?>>map(DSL::val).toList();
      case OWN ->
          List.of(
              key instanceof SharedKey.IntegerKey(long number)
                  ? DSL.val(number)
                  : DSL.val(key.toString()));
    };
  }

  /** It would read the whole table. */
  @Override
  public boolean comparesRowsByIndex() {
    return false;
  }

  @Override
  public Field<?> operand(KeyColumn column, SharedKey.Single key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> DSL.val(number);
      case SharedKey.TextKey text -> bytes(text);
      case SharedKey.UuidKey uuid when column.form() == KeyForm.UUID_BYTES ->
          DSL.val(column.bytes(uuid), SQLDataType.VARBINARY);
      case SharedKey.UuidKey uuid -> bytes(uuid);
    };
  }

  private static Field<?> bytes(SharedKey key) {
    return DSL.field(BYTES, Object.class, DSL.val(key.toString()));
  }
}
