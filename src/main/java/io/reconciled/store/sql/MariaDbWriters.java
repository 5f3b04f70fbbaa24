package io.reconciled.store.sql;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of MariaDB and MySQL that are encoded as the driver has them, with no value between. */
final class MariaDbWriters {
  private static final int YEAR_ZERO = 0;

  private MariaDbWriters() {}

  /**
   * @param reader of the same column, for what has no short way
   */
  static ColumnWriter of(ResultSet rows, int column, ColumnReader reader) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    return switch (MariaDbColumn.type(rows, column)) {
      case "BOOLEAN" -> MariaDbWriters::truth;
      case "TINYINT" ->
          columns.getPrecision(column) == 1 ? MariaDbWriters::truth : MariaDbWriters::whole;
      case "SMALLINT", "MEDIUMINT", "INTEGER", "INT" -> MariaDbWriters::whole;
      case "BIGINT" -> columns.isSigned(column) ? MariaDbWriters::whole : unsigned(reader);
      case "DECIMAL" -> DecimalText.writer();
      case "FLOAT", "DOUBLE" -> MariaDbWriters::real;
      case "CHAR" -> MariaDbWriters::unpadded;
      case "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT" -> MariaDbWriters::text;
      case "ENUM" -> MariaDbWriters::label;
      case "TIMESTAMP" -> moment(ValueTag.MOMENT, columns.getScale(column), reader);
      case "DATETIME" -> moment(ValueTag.LOCAL_MOMENT, columns.getScale(column), reader);
      case "UUID" -> MariaDbWriters::uuid;
      case "BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB" ->
          MariaDbWriters::bytes;
      default -> ColumnWriter.of(reader);
    };
  }

  private static void whole(ResultSet row, int column, ByteSink sink) throws SQLException {
    long found = row.getLong(column);
    if (found == 0 && row.wasNull()) {
      ValueBytes.putNull(sink);
    } else {
      ValueBytes.putWhole(found, sink);
    }
  }

  /** The driver refuses a number of which no long is large enough. */
  private static ColumnWriter unsigned(ColumnReader reader) {
    ColumnWriter large = ColumnWriter.of(reader);
    return (row, column, sink) -> {
      try {
        whole(row, column, sink);
      } catch (SQLDataException tooLarge) {
        large.write(row, column, sink);
      }
    };
  }

  private static void truth(ResultSet row, int column, ByteSink sink) throws SQLException {
    int found = row.getInt(column);
    if (found == 0 && row.wasNull()) {
      ValueBytes.putNull(sink);
    } else if (found == 0 || found == 1) {
      ValueBytes.putTruth(found == 1, sink);
    } else {
      ValueBytes.putWhole(found, sink);
    }
  }

  private static void real(ResultSet row, int column, ByteSink sink) throws SQLException {
    double found = row.getDouble(column);
    if (found == 0 && row.wasNull()) {
      ValueBytes.putNull(sink);
    } else {
      ValueBytes.putNumber(found, sink);
    }
  }

  private static void text(ResultSet row, int column, ByteSink sink) throws SQLException {
    byte @Nullable [] found = row.getBytes(column);
    if (found == null) {
      ValueBytes.putNull(sink);
    } else {
      ValueBytes.putText(found, 0, found.length, sink);
    }
  }

  private static void unpadded(ResultSet row, int column, ByteSink sink) throws SQLException {
    byte @Nullable [] found = row.getBytes(column);
    if (found == null) {
      ValueBytes.putNull(sink);
    } else {
      int end = found.length;
      while (end > 0 && found[end - 1] == ' ') {
        end--;
      }
      ValueBytes.putText(found, 0, end, sink);
    }
  }

  private static void label(ResultSet row, int column, ByteSink sink) throws SQLException {
    byte @Nullable [] found = row.getBytes(column);
    if (found == null) {
      ValueBytes.putNull(sink);
    } else if (found.length == 0) {
      ValueBytes.put(MariaDbTypes.NO_LABEL, sink);
    } else {
      ValueBytes.putText(found, 0, found.length, sink);
    }
  }

  private static void bytes(ResultSet row, int column, ByteSink sink) throws SQLException {
    byte @Nullable [] found = row.getBytes(column);
    if (found == null) {
      ValueBytes.putNull(sink);
    } else {
      ValueBytes.putBytes(found, 0, found.length, sink);
    }
  }

  private static void uuid(ResultSet row, int column, ByteSink sink) throws SQLException {
    @Nullable UUID found = row.getObject(column, UUID.class);
    if (found == null) {
      ValueBytes.putNull(sink);
    } else {
      ValueBytes.put(new Value.Uuid(found), sink);
    }
  }

  /** Dates some of whose parts are zero, and nulls, are left to the reader. */
  private static ColumnWriter moment(byte tag, int digits, ColumnReader reader) {
    return (row, column, sink) -> {
      @Nullable LocalDateTime found = dateTime(row, column);
      if (found == null || found.getYear() == YEAR_ZERO) {
        ValueBytes.put(reader.read(row, column), sink);
      } else {
        long seconds = found.toEpochSecond(ZoneOffset.UTC);
        int nanos = found.get(ChronoField.NANO_OF_SECOND);
        ValueBytes.putMoment(tag, seconds, nanos, digits, sink);
      }
    };
  }

  private static @Nullable LocalDateTime dateTime(ResultSet row, int column) throws SQLException {
    try {
      return row.getObject(column, LocalDateTime.class);
    } catch (DateTimeException noSuchDate) {
      return null;
    }
  }
}
