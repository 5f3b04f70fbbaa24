package io.reconciled.discrepancy.jooq;

import static org.jooq.impl.DSL.unnest;

import java.util.Collection;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Stored keys as a table to join with. It is one parameter, however many there are; and a join
 * finds each key by an index, where H2 would compare every row with every element of a list.
 */
record AskedKeys(Table<? extends Record> table, Field<String> key) {
  private static final String TABLE = "asked";
  private static final String KEY = "asked_key";

  static AskedKeys of(Collection<String> keys) {
    Table<? extends Record> table = unnest(keys.toArray(String[]::new)).as(TABLE, KEY);
    return new AskedKeys(table, table.field(KEY, String.class));
  }
}
