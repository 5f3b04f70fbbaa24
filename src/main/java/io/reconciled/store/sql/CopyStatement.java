package io.reconciled.store.sql;

import io.reconciled.store.sql.copy.CopiedField;
import io.reconciled.store.sql.copy.ParsedField;
import io.reconciled.store.sql.copy.UnmappedField;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A query as a binary COPY, which cannot be given parameters, and does not tell the types of what
 * it sends.
 *
 * @param fields how to encode each column
 */
record CopyStatement(String text, List<CopiedField> fields) {

  /**
   * Asks the server for the columns' types. That locks the table against a change of them until the
   * transaction ends, so that the COPY must be run in the same one.
   */
  static CopyStatement of(Connection connection, DSLContext sql, MappedTable table, RowQuery query)
      throws SQLException {
    List<Field<?>> selected = new ArrayList<>();
    List<CopiedField> fields = new ArrayList<>();
    String none = sql.renderInlined(table.selectFrom(sql).limit(0));
    for (PostgresColumn column : describe(connection, none)) {
      Field<?> field = table.columns().get(fields.size());
      Optional<CopiedField> binary = PostgresFields.of(column);
      Optional<CopiedField> parsed = column.text().map(ParsedField::new);
      // Another name, since ORDER BY prefers what is selected to what the table has.
      String name = "selected " + fields.size();
      selected.add(
          binary.isPresent()
              ? field
              : parsed.isPresent() ? text(field).as(name) : presence(field).as(name));
      fields.add(binary.or(() -> parsed).orElseGet(() -> new UnmappedField(column.unmapped())));
    }
    String copied = sql.renderInlined(query.select(sql, selected));
    return new CopyStatement("COPY (" + copied + ") TO STDOUT (FORMAT BINARY)", fields);
  }

  /** Prepared, it would outlive the transaction, and fail once a type has changed. */
  private static List<PostgresColumn> describe(Connection connection, String query)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery(query)) {
      return PostgresColumn.of(connection, none.getMetaData());
    }
  }

  private static Field<?> text(Field<?> column) {
    return column.cast(SQLDataType.CLOB);
  }

  /** Null for a null only: a row whose fields are all null is none. */
  private static Field<?> presence(Field<?> column) {
    return DSL.field("NULLIF({0} IS NOT DISTINCT FROM NULL, TRUE)", SQLDataType.BOOLEAN, column);
  }
}
