package io.reconciled.store.sql;

import java.sql.SQLException;

/** What PostgreSQL's SQLSTATEs mean to the set-up of capture. */
final class PostgresStates {
  private PostgresStates() {}

  static boolean meansForbidden(SQLException failure) {
    return "42501".equals(failure.getSQLState());
  }

  /** A slot that somebody reads. */
  static boolean meansInUse(SQLException failure) {
    return "55006".equals(failure.getSQLState());
  }

  /** Classes that no waiting mends: who may log in, which database, what a statement says. */
  static boolean meansMisconfigured(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("28") || state.startsWith("3D") || state.startsWith("42");
  }
}
