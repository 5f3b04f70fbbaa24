package io.reconciled.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Which session has a lock of a MariaDB or MySQL server. Of other users' sessions a server shows
 * only the number.
 *
 * @param whose who logged in, and from which address and port
 */
record LockHolder(long connection, String whose) {
  private static final String HOLDER = "SELECT IS_USED_LOCK(?)";

  /** Empty where nobody has it. */
  static Optional<LockHolder> of(Connection connection, String lock) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
      statement.setString(1, lock);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long holder = row.getLong(1);
        return row.wasNull()
            ? Optional.empty()
            : Optional.of(new LockHolder(holder, whose(connection, holder)));
      }
    }
  }

  private static String whose(Connection connection, long holder) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet session = statement.executeQuery("SHOW PROCESSLIST")) {
      while (session.next()) {
        if (session.getLong("Id") == holder) {
          return "user " + session.getString("User") + " from " + session.getString("Host");
        }
      }
      return "of another user";
    }
  }

  /** {@code connection 4711 (user reconciled from 10.0.0.7:53412)}. */
  @Override
  public String toString() {
    return "connection %d (%s)".formatted(connection, whose);
  }
}
