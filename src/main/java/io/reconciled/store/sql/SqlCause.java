package io.reconciled.store.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.jooq.exception.DataAccessException;

/** The driver's own exception inside what jOOQ or the pool threw. */
final class SqlCause {
  private static final String INTEGRITY = "23";
  private static final String DATA = "22";

  private SqlCause() {}

  static SQLException of(Exception thrown) {
    if (thrown instanceof SQLException own) {
      return own;
    }
    if (thrown instanceof DataAccessException wrapped) {
      return Optional.ofNullable(wrapped.getCause(SQLException.class))
          .orElseGet(() -> new SQLException(wrapped.getMessage(), wrapped));
    }
    return new SQLException(thrown.getMessage(), thrown);
  }

  /** Whether a value that was asked for is none of the column's type. */
  static boolean isUnfitValue(SQLException cause) {
    return Optional.ofNullable(cause.getSQLState()).orElse("").startsWith(DATA);
  }

  /** Whether a constraint, such as a unique key, refused a write. */
  static boolean isConstraint(SQLException cause) {
    return Optional.ofNullable(cause.getSQLState()).orElse("").startsWith(INTEGRITY);
  }
}
