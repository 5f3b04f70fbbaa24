package io.reconciled.store.sql;

import io.reconciled.store.Container;
import java.util.List;
import org.jooq.DSLContext;

/** Tables and views of a PostgreSQL database, without its own and those of extensions. */
final class PostgresContainers {
  private static final String SINGLE =
      "EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisvalid"
          + " AND i.indpred IS NULL AND i.indkey[0] = a.attnum";

  private static final String COLUMNS =
      "SELECT n.nspname, c.relname, CAST(c.reltuples AS bigint), a.attname,"
          + " coalesce(b.typname, t.typname), CASE WHEN a.attnotnull THEN 0 ELSE 1 END,"
          + " CASE WHEN "
          + SINGLE
          + " AND i.indisprimary AND i.indnkeyatts = 1) THEN 'PRIMARY' WHEN "
          + SINGLE
          + " AND i.indisunique AND i.indnkeyatts = 1) THEN 'UNIQUE' WHEN "
          + SINGLE
          + ") THEN 'INDEXED' ELSE 'NONE' END,"
          + " CASE WHEN c.relkind IN ('r', 'p') THEN 0 ELSE 1 END"
          + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
          + " JOIN pg_type t ON t.oid = a.atttypid"
          + " LEFT JOIN pg_type b ON b.oid = nullif(t.typbasetype, 0)"
          + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition"
          + " AND n.nspname <> 'information_schema' AND left(n.nspname, 3) <> 'pg_'"
          + " AND has_schema_privilege(n.oid, 'USAGE')"
          + " AND has_column_privilege(c.oid, a.attnum, 'SELECT')"
          + " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass"
          + " AND d.objid = c.oid AND d.deptype = 'e')"
          + " ORDER BY n.nspname, c.relname, a.attnum";

  private final DSLContext sql;

  PostgresContainers(DSLContext sql) {
    this.sql = sql;
  }

  List<Container> all() {
    return DescribedColumns.grouped(sql.fetch(COLUMNS));
  }
}
