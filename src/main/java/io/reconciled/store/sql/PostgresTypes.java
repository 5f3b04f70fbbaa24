package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The column types of PostgreSQL. Domains arrive here as their base types. */
final class PostgresTypes implements ColumnTypes {
  @Override
  public ColumnReader reader(ResultSetMetaData columns, int column) throws SQLException {
    String type = columns.getColumnTypeName(column);
    int digits = columns.getScale(column);
    return switch (type) {
      case "int2", "int4", "int8", "smallserial", "serial", "bigserial", "oid" ->
          ColumnReader.of(ResultSet::getLong, Value::number);
      case "numeric" -> ColumnReader.of(ResultSet::getObject, PostgresTypes::numeric);
      case "float4" -> ColumnReader.of(ResultSet::getFloat, Value::number);
      case "float8" -> ColumnReader.of(ResultSet::getDouble, Value::number);
      case "text", "varchar", "name" -> ColumnReader.of(ResultSet::getString, Value::text);
      case "bpchar" -> ColumnReader.of(ResultSet::getString, PostgresTypes::unpadded);
      case "bool" -> ColumnReader.of(ResultSet::getBoolean, Value.Bool::new);
      case "timestamptz" ->
          ColumnReader.of(as(OffsetDateTime.class), found -> instant(found, digits));
      case "timestamp" -> ColumnReader.of(as(LocalDateTime.class), found -> instant(found, digits));
      case "date" -> ColumnReader.of(as(LocalDate.class), PostgresTypes::date);
      case "time" -> ColumnReader.of(as(LocalTime.class), PostgresTypes::time);
      case "uuid" -> ColumnReader.of(as(UUID.class), Value.Uuid::new);
      case "bytea" -> ColumnReader.of(ResultSet::getBytes, Value::bytes);
      default ->
          columns.getColumnType(column) == Types.VARCHAR && isEnumeration(type)
              ? ColumnReader.of(ResultSet::getString, Value::text)
              : ColumnReader.unmapped(spoken(type));
    };
  }

  /** An array's type is named after its elements' type, with a mark before it. */
  private static String spoken(String type) {
    return type.startsWith("_") ? type.substring(1) + "[]" : type;
  }

  /** The driver takes enumerations for texts; of its own types only those named here are others. */
  private static boolean isEnumeration(String type) {
    return !type.equals("json") && !type.equals("xml") && !type.equals("citext");
  }

  private static <T> ColumnReader.Getter<T> as(Class<T> type) {
    return (row, column) -> row.getObject(column, type);
  }

  /** The driver has NaN and the infinities of a numeric column as doubles. */
  private static Value numeric(Object found) {
    return switch (found) {
      case BigDecimal number -> Value.number(number);
      case Double number -> Value.number(number.doubleValue());
      default -> new Value.Unmapped("numeric");
    };
  }

  /** The blanks that fill a fixed length are no data. */
  private static Value unpadded(String padded) {
    int end = padded.length();
    while (end > 0 && padded.charAt(end - 1) == ' ') {
      end--;
    }
    return Value.text(padded.substring(0, end));
  }

  private static Value instant(OffsetDateTime found, int digits) {
    boolean infinite = found.equals(OffsetDateTime.MAX) || found.equals(OffsetDateTime.MIN);
    return infinite
        ? new Value.Unmapped("infinite timestamptz")
        : new Value.Moment(found.toInstant(), digits);
  }

  private static Value instant(LocalDateTime found, int digits) {
    boolean infinite = found.equals(LocalDateTime.MAX) || found.equals(LocalDateTime.MIN);
    return infinite
        ? new Value.Unmapped("infinite timestamp")
        : new Value.Moment(found.toInstant(ZoneOffset.UTC), digits);
  }

  private static Value date(LocalDate found) {
    boolean infinite = found.equals(LocalDate.MAX) || found.equals(LocalDate.MIN);
    return infinite ? new Value.Unmapped("infinite date") : new Value.Date(found);
  }

  /** The driver has 24:00 as the last nanosecond of the day, which no column can hold. */
  private static Value time(LocalTime found) {
    return found.equals(LocalTime.MAX) ? new Value.Unmapped("time 24:00") : new Value.Time(found);
  }

  @Override
  public Field<?> operand(Value value) {
    Function<Value.Moment, Field<?>> moment =
        found -> DSL.val(OffsetDateTime.ofInstant(found.instant(), ZoneOffset.UTC));
    return value instanceof Value.Moment found ? moment.apply(found) : PlainOperand.of(value);
  }
}
