package io.reconciled.store.sql;

import io.reconciled.model.Value;
import io.reconciled.model.json.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The column types of MariaDB and MySQL. */
final class MariaDbTypes implements ColumnTypes {
  static final Value NO_LABEL = new Value.Unmapped("empty enum label");

  /** No label of a set may contain it. */
  private static final String BETWEEN_LABELS = ",";

  private static final Pattern LABELS = Pattern.compile(BETWEEN_LABELS);

  @Override
  public ColumnReader reader(ResultSet rows, int column) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    String type = MariaDbColumn.type(rows, column);
    return switch (type) {
      case "BOOLEAN" -> ColumnReader.of(ResultSet::getInt, MariaDbTypes::truth);
      case "TINYINT" ->
          columns.getPrecision(column) == 1
              ? ColumnReader.of(ResultSet::getInt, MariaDbTypes::truth)
              : ColumnReader.of(ResultSet::getLong, Value::number);
      case "BIT" ->
          columns.getPrecision(column) == 1
              ? ColumnReader.of(ResultSet::getInt, MariaDbTypes::truth)
              : ColumnReader.of(ResultSet::getBytes, MariaDbTypes::bits);
      case "SMALLINT", "MEDIUMINT", "INTEGER", "INT" ->
          ColumnReader.of(ResultSet::getLong, Value::number);
      case "YEAR" -> ColumnReader.of(ResultSet::getLong, MariaDbTypes::year);
      case "BIGINT", "DECIMAL", "OLDDECIMAL" ->
          ColumnReader.of(ResultSet::getBigDecimal, (BigDecimal found) -> Value.number(found));
      case "FLOAT" -> ColumnReader.of(ResultSet::getFloat, Value::number);
      case "DOUBLE" -> ColumnReader.of(ResultSet::getDouble, Value::number);
      // A server may be set to send the blanks that fill a fixed length.
      case "CHAR" -> ColumnReader.of(ResultSet::getString, PostgresText::unpadded);
      case "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT" ->
          ColumnReader.of(ResultSet::getString, Value::text);
      case "ENUM" -> ColumnReader.of(ResultSet::getString, MariaDbTypes::label);
      case "SET" -> ColumnReader.of(ResultSet::getString, MariaDbTypes::labels);
      case "JSON" -> ColumnReader.of(ResultSet::getString, JsonText::read);
      case "TIMESTAMP" -> MariaDbDates.timestamp(columns.getScale(column));
      case "DATETIME" -> MariaDbDates.datetime(columns.getScale(column));
      case "DATE" -> MariaDbDates.date();
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

  private static Value bits(byte[] found) {
    return Value.number(new BigInteger(1, found));
  }

  /** Where a year could not be stored, a lax server stored 0. */
  private static Value year(long found) {
    return found == 0 ? new Value.Unmapped("zero year") : Value.number(found);
  }

  /**
   * Where a label could not be stored, a lax server stored an empty one; an enumeration that has an
   * empty label of its own looks just so.
   */
  private static Value label(String found) {
    return found.isEmpty() ? NO_LABEL : Value.text(found);
  }

  private static Value labels(String found) {
    SortedSet<String> labels = new TreeSet<>();
    if (!found.isEmpty()) {
      labels.addAll(Arrays.asList(LABELS.split(found, -1)));
    }
    return new Value.Labels(labels);
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
    return value instanceof Value.Labels(SortedSet<String> labels)
        ? DSL.val(String.join(BETWEEN_LABELS, labels))
        : PlainOperand.of(value);
  }
}
