package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;

/** Which kinds of values a column's type has at all, so that others need not be asked for. */
final class ColumnKind {
  private ColumnKind() {}

  /** False where the column certainly does not hold the value, and never for a null. */
  static boolean mayHold(ResultSetMetaData columns, int column, Value value) throws SQLException {
    String type = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
    return switch (columns.getColumnType(column)) {
      case Types.BIT, Types.BOOLEAN, Types.TINYINT ->
          value instanceof Value.Bool || (value instanceof Value.Whole && !type.equals("bool"));
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> isInteger(value);
      case Types.NUMERIC, Types.DECIMAL, Types.FLOAT, Types.REAL, Types.DOUBLE ->
          value instanceof Value.Whole
              || value instanceof Value.Decimal
              || value instanceof Value.NotFinite;
      case Types.DATE -> value instanceof Value.Date;
      case Types.TIME, Types.TIME_WITH_TIMEZONE -> value instanceof Value.Time;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          value instanceof Value.Moment || value instanceof Value.LocalMoment;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          value instanceof Value.Bytes;
      default -> type.equals("uuid") ? value instanceof Value.Uuid : value instanceof Value.Text;
    };
  }

  private static boolean isInteger(Value value) {
    return value instanceof Value.Whole
        || (value instanceof Value.Decimal(var number) && number.scale() <= 0);
  }
}
