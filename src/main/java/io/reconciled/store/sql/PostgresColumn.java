package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TypeInfo;

/**
 * A column of a query.
 *
 * @param type its name; an array's is that of its elements, with a mark before it
 * @param digits fractional digits of a second that it can hold
 * @param jdbcType what the driver takes it for
 * @param elementType what the driver takes the elements of an array for, else itself again
 */
record PostgresColumn(String type, int digits, int jdbcType, int elementType) {

  static List<PostgresColumn> of(Connection connection, ResultSetMetaData columns)
      throws SQLException {
    TypeInfo types = connection.unwrap(BaseConnection.class).getTypeInfo();
    List<PostgresColumn> all = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      String type = columns.getColumnTypeName(column);
      int jdbcType = columns.getColumnType(column);
      int elementType =
          jdbcType == Types.ARRAY
              ? types.getSQLType(types.getPGArrayElement(types.getPGType(type)))
              : jdbcType;
      all.add(new PostgresColumn(type, columns.getScale(column), jdbcType, elementType));
    }
    return all;
  }

  /** Of the types without a name of ours, the driver takes only enumerations for VARCHAR. */
  boolean isEnumeration() {
    return jdbcType == Types.VARCHAR && PostgresText.of(type, digits).isEmpty();
  }

  /** Reads its text; empty where it has no canonical form. */
  Optional<Function<String, Value>> text() {
    return jdbcType == Types.ARRAY
        ? elements().map(each -> text -> PostgresArray.decode(text, each))
        : PostgresText.of(type, digits);
  }

  private Optional<Function<String, Value>> elements() {
    return PostgresText.of(element(), digits)
        .or(() -> elementType == Types.VARCHAR ? Optional.of(Value::text) : Optional.empty());
  }

  /** What it is called where it has no canonical form. */
  String unmapped() {
    return jdbcType == Types.ARRAY ? element() + "[]" : type;
  }

  private String element() {
    return type.startsWith("_") ? type.substring(1) : type;
  }
}
