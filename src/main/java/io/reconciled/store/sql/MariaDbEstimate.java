package io.reconciled.store.sql;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The storage engine's own guess, which it has for whole tables. */
final class MariaDbEstimate {
  private static final String ROWS =
      "SELECT table_rows FROM information_schema.tables WHERE table_name = ?"
          + " AND table_schema = COALESCE(?, DATABASE())";

  private MariaDbEstimate() {}

  static long rows(DSLContext sql, MappedTable table) {
    List<String> path = table.dataset().container();
    if (table.dataset().where().isPresent()) {
      return -1;
    }
    String schema = path.size() > 1 ? path.get(path.size() - 2) : null;
    Long rows =
        sql.resultQuery(ROWS, DSL.val(path.getLast()), DSL.val(schema, String.class))
            .fetchAny(0, Long.class);
    return rows == null ? -1 : rows;
  }
}
