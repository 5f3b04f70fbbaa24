package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Field;

/** The column types of MariaDB and MySQL. */
final class MariaDbTypes implements ColumnTypes {
  @Override
  public ColumnReader reader(ResultSetMetaData columns, int column) throws SQLException {
    String type = columns.getColumnTypeName(column).toUpperCase(Locale.ROOT);
    int digits = columns.getScale(column);
    return switch (type.replace(" UNSIGNED", "")) {
      case "BOOLEAN" -> ColumnReader.of(ResultSet::getInt, MariaDbTypes::truth);
      case "TINYINT" ->
          columns.getPrecision(column) == 1
              ? ColumnReader.of(ResultSet::getInt, MariaDbTypes::truth)
              : ColumnReader.of(ResultSet::getLong, Value::number);
      case "BIT" ->
          columns.getPrecision(column) == 1
              ? ColumnReader.of(ResultSet::getInt, MariaDbTypes::truth)
              : ColumnReader.unmapped("bit");
      case "SMALLINT", "MEDIUMINT", "INTEGER", "INT", "YEAR" ->
          ColumnReader.of(ResultSet::getLong, Value::number);
      case "BIGINT", "DECIMAL", "OLDDECIMAL" ->
          ColumnReader.of(ResultSet::getBigDecimal, (BigDecimal found) -> Value.number(found));
      case "FLOAT" -> ColumnReader.of(ResultSet::getFloat, Value::number);
      case "DOUBLE" -> ColumnReader.of(ResultSet::getDouble, Value::number);
      case "CHAR", "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "ENUM" ->
          ColumnReader.of(ResultSet::getString, Value::text);
      case "TIMESTAMP", "DATETIME" -> moment(digits);
      case "DATE" -> date();
      case "TIME" -> ColumnReader.of(as(Duration.class), MariaDbTypes::time);
      case "UUID" -> ColumnReader.of(as(UUID.class), Value.Uuid::new);
      case "BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB" ->
          ColumnReader.of(ResultSet::getBytes, Value::bytes);
      default -> ColumnReader.unmapped(type.toLowerCase(Locale.ROOT));
    };
  }

  private static <T> ColumnReader.Getter<T> as(Class<T> type) {
    return (row, column) -> row.getObject(column, type);
  }

  /** A column meant for a truth may hold any small number. */
  private static Value truth(int found) {
    return found == 0 || found == 1 ? new Value.Bool(found == 1) : Value.number(found);
  }

  /** The session's time zone is UTC, so both types show their moment in UTC. */
  private static ColumnReader moment(int digits) {
    ColumnReader zero = ColumnReader.of(ResultSet::getString, text -> zero("zero datetime"));
    return (row, column) -> {
      LocalDateTime found = row.getObject(column, LocalDateTime.class);
      return found == null
          ? zero.read(row, column)
          : new Value.Moment(found.toInstant(ZoneOffset.UTC), digits);
    };
  }

  private static ColumnReader date() {
    ColumnReader zero = ColumnReader.of(ResultSet::getString, text -> zero("zero date"));
    return (row, column) -> {
      LocalDate found = row.getObject(column, LocalDate.class);
      return found == null ? zero.read(row, column) : new Value.Date(found);
    };
  }

  /** The driver shows a date of zeros as null, and its text as what it is. */
  private static Value zero(String type) {
    return new Value.Unmapped(type);
  }

  /** A TIME may be a span of several days, or negative. */
  private static Value time(Duration found) {
    boolean ofDay = !found.isNegative() && found.toDays() == 0;
    return ofDay
        ? new Value.Time(LocalTime.ofNanoOfDay(found.toNanos()))
        : new Value.Unmapped("time span");
  }

  @Override
  public Field<?> operand(Value value) {
    return PlainOperand.of(value);
  }
}
