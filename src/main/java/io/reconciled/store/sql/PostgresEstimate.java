package io.reconciled.store.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/**
 * How many rows the planner expects: it knows of partitions, views and filters, and of how far a
 * table has grown since it was last analysed.
 */
final class PostgresEstimate {
  private static final Pattern ROWS = Pattern.compile("rows=([0-9]+)");

  private PostgresEstimate() {}

  static long rows(DSLContext sql, MappedTable table) {
    String query = sql.renderInlined(sql.selectOne().from(table.table()).where(table.taken()));
    String plan = sql.resultQuery("EXPLAIN " + query).fetchAny(0, String.class);
    Matcher rows = ROWS.matcher(String.valueOf(plan));
    return rows.find() ? Long.parseLong(rows.group(1)) : -1;
  }
}
