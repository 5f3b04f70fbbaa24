package io.reconciled.state.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;

/**
 * Rows of any table that name one thing in a column of one name: what is to be forgotten about that
 * thing is found in tables that are added later, too.
 */
public final class NamedRows {
  private final StateSql sql;
  private final String column;

  /**
   * @param column of text, such as {@code store}
   */
  public NamedRows(DataSource database, String column) {
    this.sql = new StateSql(database);
    this.column = column;
  }

  /** How many rows name it, by table; without tables that have none. */
  public Map<String, Integer> count(String value) {
    return sql.read(query -> {
      Map<String, Integer> counts = new TreeMap<>();
      for (String found : tables(query)) {
        int rows = query.fetchCount(table(in(found)), column().eq(value));
        if (rows > 0) {
          counts.put(found, rows);
        }
      }
      return counts;
    });
  }

  /** Deletes them all, or none where the database fails. */
  public void delete(String value) {
    sql.write(transaction ->
        tables(transaction)
            .forEach(found ->
                transaction.deleteFrom(table(in(found))).where(column().eq(value)).execute()));
  }

  private Iterable<String> tables(DSLContext query) {
    return query
        .resultQuery(
            "SELECT c.table_name FROM information_schema.columns c"
                + " JOIN information_schema.tables t ON t.table_schema = c.table_schema"
                + " AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'"
                + " WHERE c.column_name = ? AND c.table_schema = current_schema",
            column)
        .fetch(0, String.class);
  }

  private static Name in(String table) {
    return name(table);
  }

  private Field<String> column() {
    return field(name(column), String.class);
  }
}
