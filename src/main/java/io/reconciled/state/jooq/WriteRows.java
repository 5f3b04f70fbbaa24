package io.reconciled.state.jooq;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * Writes any number of rows of one table as one batch of one statement. jOOQ's own batches of
 * records render the statement anew for every row, which takes longer than the database does.
 *
 * @param table has a primary key
 */
public record WriteRows<R extends Record>(DSLContext transaction, Table<R> table) {

  /** Columns that are not named get their defaults. */
  public void insert(Collection<? extends R> rows, List<? extends Field<?>> columns) {
    batch(
        transaction
            .insertInto(table)
            .columns(columns)
            .values(columns.stream().map(WriteRows::unbound).toList()),
        columns,
        rows);
  }

  /** Inserts with all columns. */
  public void insert(Collection<? extends R> rows) {
    insert(rows, List.of(table.fields()));
  }

  /** Sets these columns of the rows with the same primary keys. */
  public void update(Collection<? extends R> rows, List<? extends Field<?>> columns) {
    Map<Field<?>, Param<?>> set = new LinkedHashMap<>();
    columns.forEach(column -> set.put(column, unbound(column)));
    batch(
        transaction
            .update(table)
            .set(set)
            .where(and(key().stream().map(WriteRows::equalsUnbound).toList())),
        Stream.concat(columns.stream(), key().stream()).toList(),
        rows);
  }

  /** Deletes the rows with the same primary keys, where there are such. */
  public void delete(Collection<? extends R> rows) {
    batch(
        transaction
            .deleteFrom(table)
            .where(and(key().stream().map(WriteRows::equalsUnbound).toList())),
        key(),
        rows);
  }

  private void batch(Query query, List<? extends Field<?>> bound, Collection<? extends R> rows) {
    if (!rows.isEmpty()) {
      Field<?>[] fields = bound.toArray(Field<?>[]::new);
      Object[][] values = rows.stream().map(row -> values(row, fields)).toArray(Object[][]::new);
      transaction.batch(query, values).execute();
    }
  }

  /** What {@code row.into(fields).intoArray()} gives, which looks for a mapper for every row. */
  private static Object[] values(Record row, Field<?>[] fields) {
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = row.get(fields[i]);
    }
    return values;
  }

  private List<? extends Field<?>> key() {
    UniqueKey<R> key = Objects.requireNonNull(table.getPrimaryKey(), table::getName);
    return key.getFields();
  }

  private static <T> Condition equalsUnbound(Field<T> column) {
    return column.eq(unbound(column));
  }

  /** Its value comes with each row. */
  private static <T> Param<T> unbound(Field<T> column) {
    return val((T) null, column);
  }
}
