package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Field;

/** The column types of a database and the canonical values they hold. */
interface ColumnTypes extends ColumnWriters {
  /** The reader for a column of a result. */
  ColumnReader reader(ResultSet rows, int column) throws SQLException;

  /** By way of the value. */
  @Override
  default ColumnWriter writer(ResultSet rows, int column) throws SQLException {
    return ColumnWriter.of(reader(rows, column));
  }

  /**
   * A value as an operand that the database stores without loss.
   *
   * @throws IllegalArgumentException naming the type of a value that it cannot
   */
  Field<?> operand(Value value);
}
