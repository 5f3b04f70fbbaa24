package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What stands for a stored value that the driver or its decoder fails on: a value without mapping,
 * so that the rules that need it are unverified for this row, and all other rows are read.
 */
final class Unreadable {
  private static final String CONNECTION = "08";
  private static final String OPERATOR = "57";

  private Unreadable() {}

  /**
   * @throws SQLException where it is the connection that failed
   */
  static Value of(ResultSet row, int column, Exception failed) throws SQLException {
    if (failed instanceof SQLException lost) {
      String state = Optional.ofNullable(lost.getSQLState()).orElse("");
      if (state.startsWith(CONNECTION) || state.startsWith(OPERATOR)) {
        throw lost;
      }
    }
    return new Value.Unmapped("unreadable " + row.getMetaData().getColumnTypeName(column));
  }
}
