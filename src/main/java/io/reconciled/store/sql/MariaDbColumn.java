package io.reconciled.store.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.mariadb.jdbc.BasePreparedStatement;
import org.mariadb.jdbc.client.Column;
import org.mariadb.jdbc.client.DataType;
import org.mariadb.jdbc.util.constants.ColumnFlags;

/**
 * The type of a column as the server sent it. What the driver calls CHAR may be an enumeration, a
 * set or an internet address, which only its own view of the column tells apart.
 */
final class MariaDbColumn {
  private static final Set<String> SENT_AS_TEXT = Set.of("INET4", "INET6");

  private MariaDbColumn() {}

  /** In capital letters, without {@code UNSIGNED}. */
  static String type(ResultSet rows, int column) throws SQLException {
    Column sent = sent(rows, column);
    if ((sent.getFlags() & ColumnFlags.ENUM) != 0) {
      return "ENUM";
    }
    if ((sent.getFlags() & ColumnFlags.SET) != 0) {
      return "SET";
    }
    String more = String.valueOf(sent.getExtTypeName()).toUpperCase(Locale.ROOT);
    return SENT_AS_TEXT.contains(more) ? more : spoken(rows.getMetaData(), column);
  }

  /** How its fields travel. */
  static DataType sentAs(ResultSet rows, int column) throws SQLException {
    return sent(rows, column).getType();
  }

  private static Column sent(ResultSet rows, int column) throws SQLException {
    return rows.getStatement().unwrap(BasePreparedStatement.class).getMeta()[column - 1];
  }

  private static String spoken(ResultSetMetaData columns, int column) throws SQLException {
    return columns.getColumnTypeName(column).toUpperCase(Locale.ROOT).replace(" UNSIGNED", "");
  }
}
