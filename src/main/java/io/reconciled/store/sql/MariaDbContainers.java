package io.reconciled.store.sql;

import io.reconciled.store.Container;
import java.util.List;
import org.jooq.DSLContext;

/** Tables and views of the connected database; of all, where the URL names none. */
final class MariaDbContainers {
  private static final String COLUMNS =
      "SELECT c.table_schema, c.table_name, COALESCE(t.table_rows, -1), c.column_name,"
          + " c.data_type, CASE WHEN c.is_nullable = 'YES' THEN 1 ELSE 0 END,"
          + " CASE WHEN i.best IS NULL THEN 'NONE' WHEN i.best = 1 THEN 'PRIMARY'"
          + " WHEN i.best = 2 THEN 'UNIQUE' ELSE 'INDEXED' END,"
          + " CASE WHEN t.table_type = 'VIEW' THEN 1 ELSE 0 END"
          + " FROM information_schema.columns c JOIN information_schema.tables t"
          + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
          + " LEFT JOIN (SELECT s.table_schema, s.table_name, s.column_name,"
          + " MIN(CASE WHEN s.columns > 1 OR s.non_unique = 1 THEN 3"
          + " WHEN s.index_name = 'PRIMARY' THEN 1 ELSE 2 END) AS best"
          + " FROM (SELECT table_schema, table_name, index_name, MAX(non_unique) AS non_unique,"
          + " MAX(seq_in_index) AS columns,"
          + " MAX(CASE WHEN seq_in_index = 1 THEN column_name END) AS column_name"
          + " FROM information_schema.statistics"
          + " WHERE table_schema = COALESCE(DATABASE(), table_schema)"
          + " GROUP BY table_schema, table_name, index_name) s"
          + " GROUP BY s.table_schema, s.table_name, s.column_name) i"
          + " ON i.table_schema = c.table_schema AND i.table_name = c.table_name"
          + " AND i.column_name = c.column_name"
          + " WHERE c.table_schema = COALESCE(DATABASE(), c.table_schema) AND c.table_schema NOT IN"
          + " ('mysql', 'information_schema', 'performance_schema', 'sys')"
          + " ORDER BY c.table_schema, c.table_name, c.ordinal_position";

  private final DSLContext sql;

  MariaDbContainers(DSLContext sql) {
    this.sql = sql;
  }

  List<Container> all() {
    return DescribedColumns.grouped(sql.fetch(COLUMNS));
  }
}
