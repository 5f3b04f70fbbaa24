package io.reconciled.store.sql;

import io.reconciled.model.Image;
import io.reconciled.model.Value;
import io.reconciled.store.ConditionalWrite;
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.WriteOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;

/**
 * Compare-and-set of one row in one transaction: locks the row, compares it as it is read anywhere
 * else (a database's own equality pads, folds case and rounds), changes it, and commits only if
 * that touched one row. So the one answer that can be lost is that of the commit.
 */
final class WriteRow {
  private final SqlConnections connections;
  private final Dialect dialect;
  private final ReadRows reading;
  private final MappedTables tables;

  WriteRow(SqlConnections connections, Dialect dialect, ReadRows reading, MappedTables tables) {
    this.connections = connections;
    this.dialect = dialect;
    this.reading = reading;
    this.tables = tables;
  }

  WriteOutcome write(ConditionalWrite write) {
    String doing = "write " + write.dataset();
    try (Connection connection = connections.lend()) {
      connection.setAutoCommit(false);
      boolean changed = change(connection, write);
      return changed ? commit(connection) : refuse(connection, write);
    } catch (SQLException | DataAccessException e) {
      throw connections.failure(doing, e);
    }
  }

  private boolean change(Connection connection, ConditionalWrite write) throws SQLException {
    DSLContext sql = connections.on(connection);
    // Sessions read only; this transaction, which has not begun yet, is the exception.
    sql.execute("SET TRANSACTION READ WRITE");
    MappedTable table = tables.of(sql, write.dataset());
    try {
      Image actual = reading.lock(sql, table, write.key());
      return isExpected(write.expected(), actual) && apply(sql, table, write, actual) == 1;
    } catch (SQLException | DataAccessException e) {
      connection.rollback();
      SQLException cause = SqlCause.of(e);
      if (SqlCause.isConstraint(cause) && isThere(sql, table, write)) {
        return false;
      }
      throw cause;
    }
  }

  private boolean isThere(DSLContext sql, MappedTable table, ConditionalWrite write)
      throws SQLException {
    return write.change() instanceof Change.Insert
        && !(actual(sql, table, write) instanceof Image.Absent);
  }

  private static boolean isExpected(Image expected, Image actual) {
    return switch (expected) {
      case Image.Absent absent -> actual instanceof Image.Absent;
      case Image.Present(Map<String, Value> values) ->
          actual instanceof Image.Present(Map<String, Value> found)
              && values.entrySet().stream()
                  .allMatch(attribute ->
                      Value.isMapped(attribute.getValue())
                          && attribute.getValue().equals(found.get(attribute.getKey())));
      case Image.Several several -> false;
      case Image.Duplicate duplicate -> false;
    };
  }

  private int apply(DSLContext sql, MappedTable table, ConditionalWrite write, Image actual)
      throws SQLException {
    boolean present = actual instanceof Image.Present;
    return switch (write.change()) {
      case Change.Set(Map<String, Value> values) ->
          present
              ? sql.update(table.table())
                  .set(table.assignments(values, dialect.types()))
                  .where(exactly(table, write))
                  .execute()
              : 0;
      case Change.Insert(Map<String, Value> values) ->
          present || reading.isTaken(sql, table, write.key())
              ? 0
              : insert(sql, table, write, values);
      case Change.Delete() ->
          present ? sql.deleteFrom(table.table()).where(exactly(table, write)).execute() : 0;
    };
  }

  private int insert(
      DSLContext sql, MappedTable table, ConditionalWrite write, Map<String, Value> values) {
    Map<Field<?>, Field<?>> columns =
        new LinkedHashMap<>(table.assignments(values, dialect.types()));
    for (int i = 0; i < table.keys().size(); i++) {
      KeyColumn column = table.keys().get(i);
      Value part = column.form().valuesOf(write.key().parts().get(i)).getFirst();
      columns.put(column.field(), dialect.types().operand(part));
    }
    return sql.insertInto(table.table()).set(columns).execute();
  }

  private Condition exactly(MappedTable table, ConditionalWrite write) {
    return FindKeys.exactly(dialect.keys(), table, write.key()).and(table.taken());
  }

  private WriteOutcome commit(Connection connection) {
    try {
      connection.commit();
      return new WriteOutcome.Applied();
    } catch (SQLException e) {
      return new WriteOutcome.Unknown(connections.failure("confirm a write", e).getMessage());
    }
  }

  private WriteOutcome refuse(Connection connection, ConditionalWrite write) throws SQLException {
    connection.rollback();
    DSLContext sql = connections.on(connection);
    Image actual = actual(sql, tables.of(sql, write.dataset()), write);
    connection.rollback();
    return new WriteOutcome.Refused(actual);
  }

  private Image actual(DSLContext sql, MappedTable table, ConditionalWrite write)
      throws SQLException {
    return reading.read(sql, table, List.of(write.key())).getOrDefault(write.key(), Image.ABSENT);
  }
}
