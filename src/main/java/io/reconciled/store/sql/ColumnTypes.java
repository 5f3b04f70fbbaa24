package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jooq.Field;

/** The column types of a database and the canonical values they hold. */
interface ColumnTypes {
  /** The reader for a column of a result. */
  ColumnReader reader(ResultSetMetaData columns, int column) throws SQLException;

  /**
   * A value as an operand that the database stores without loss.
   *
   * @param value not {@link Value.Unmapped}
   */
  Field<?> operand(Value value);
}
