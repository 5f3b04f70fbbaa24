package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Duration;
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
  public ColumnReader reader(ResultSet rows, int column) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    String type = columns.getColumnTypeName(column);
    int digits = columns.getScale(column);
    return switch (type) {
      case "int2", "int4", "int8", "smallserial", "serial", "bigserial", "oid" ->
          ColumnReader.of(ResultSet::getLong, Value::number);
      case "numeric" -> ColumnReader.of(ResultSet::getObject, PostgresTypes::numeric);
      case "float4" -> ColumnReader.of(ResultSet::getFloat, Value::number);
      case "float8" -> ColumnReader.of(ResultSet::getDouble, Value::number);
      case "bool" -> ColumnReader.of(ResultSet::getBoolean, Value.Bool::new);
      case "timestamptz" ->
          orText(as(OffsetDateTime.class, found -> moment(found, digits)), type, digits);
      case "timestamp" ->
          orText(as(LocalDateTime.class, found -> local(found, digits)), type, digits);
      case "date" -> orText(as(LocalDate.class, PostgresTypes::date), type, digits);
      case "time" -> as(LocalTime.class, PostgresTypes::time);
      case "uuid" -> as(UUID.class, Value.Uuid::new);
      case "bytea" -> ColumnReader.of(ResultSet::getBytes, Value::bytes);
      default ->
          columns.getColumnType(column) == Types.ARRAY
              ? array(type, digits)
              : text(type, digits, columns.getColumnType(column));
    };
  }

  /** Of the types that are read as text, the driver takes only enumerations for VARCHAR. */
  private static ColumnReader text(String type, int digits, int jdbcType) {
    return PostgresText.of(type, digits)
        .map(canonical -> ColumnReader.of(ResultSet::getString, canonical))
        .orElseGet(() ->
            jdbcType == Types.VARCHAR
                ? ColumnReader.of(ResultSet::getString, Value::text)
                : ColumnReader.unmapped(type));
  }

  /** An array's type is named after its elements' type, with a mark before it. */
  private static ColumnReader array(String type, int digits) {
    String element = type.startsWith("_") ? type.substring(1) : type;
    return PostgresText.of(element, digits)
        .map(canonical ->
            ColumnReader.of(ResultSet::getString, text -> PostgresArray.decode(text, canonical)))
        .orElseGet(() -> ofEnumeration(element));
  }

  private static ColumnReader ofEnumeration(String element) {
    return (row, column) -> {
      Array found = row.getArray(column);
      if (found == null) {
        return Value.NULL;
      }
      return found.getBaseType() == Types.VARCHAR
          ? PostgresArray.decode(found.toString(), Value::text)
          : new Value.Unmapped(element + "[]");
    };
  }

  private static <T> ColumnReader as(Class<T> type, Function<T, Value> canonical) {
    return ColumnReader.of((row, column) -> row.getObject(column, type), canonical);
  }

  /** From the text of a leap day before Christ the driver makes a date that there is not. */
  private static ColumnReader orText(ColumnReader typed, String type, int digits) {
    ColumnReader text = text(type, digits, Types.OTHER);
    return (row, column) -> {
      try {
        return typed.read(row, column);
      } catch (DateTimeException noSuchDate) {
        return text.read(row, column);
      }
    };
  }

  /** The driver has NaN and the infinities of a numeric column as doubles. */
  private static Value numeric(Object found) {
    return switch (found) {
      case BigDecimal number -> Value.number(number);
      case Double number -> Value.number(number.doubleValue());
      default -> new Value.Unmapped("numeric");
    };
  }

  private static Value moment(OffsetDateTime found, int digits) {
    boolean infinite = found.equals(OffsetDateTime.MAX) || found.equals(OffsetDateTime.MIN);
    return infinite
        ? new Value.Unmapped("infinite timestamptz")
        : new Value.Moment(found.toInstant(), digits);
  }

  private static Value local(LocalDateTime found, int digits) {
    boolean infinite = found.equals(LocalDateTime.MAX) || found.equals(LocalDateTime.MIN);
    return infinite
        ? new Value.Unmapped("infinite timestamp")
        : new Value.LocalMoment(found, digits);
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
    return switch (value) {
      case Value.Moment moment ->
          DSL.val(OffsetDateTime.ofInstant(moment.instant(), ZoneOffset.UTC));
      case Value.Span(Duration length) -> DSL.val(length.toString());
      default -> PlainOperand.of(value);
    };
  }
}
