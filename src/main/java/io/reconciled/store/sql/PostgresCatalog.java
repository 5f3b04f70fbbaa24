package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyForm;
import io.reconciled.model.KeyType;
import io.reconciled.store.Container;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** What a PostgreSQL database has, from its system catalog, which everybody may read. */
final class PostgresCatalog implements Catalog {
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8", "numeric", "oid");
  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "numeric", "oid", "float4", "float8");
  private static final String CITEXT = "citext";
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");

  /** A relation by schema, or by the search path where the mapping names none. */
  private static final String FIND =
      "SELECT c.oid, n.nspname, c.relname, c.relkind NOT IN ('r', 'p') FROM pg_class c JOIN pg_namespace n"
          + " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')"
          + " AND c.relname = ? AND CASE WHEN ? = '' THEN n.nspname = ANY(current_schemas(false))"
          + " ELSE n.nspname = ? END"
          + " ORDER BY array_position(current_schemas(false), n.nspname) LIMIT 1";

  private final DSLContext sql;
  private final StoreSettings settings;

  /** One relation as it was found. */
  record Relation(long oid, String schema, String name, boolean isView) {
    String quoted() {
      return quote(schema) + "." + quote(name);
    }
  }

  PostgresCatalog(DSLContext sql, StoreSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  Optional<Relation> find(List<String> table) {
    String schema = table.size() > 1 ? table.get(table.size() - 2) : "";
    return sql.resultQuery(FIND, table.getLast(), schema, schema)
        .fetchOptional(row ->
            new Relation(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Boolean.class)));
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public List<String> tables() {
    return sql.resultQuery(
            "SELECT CASE WHEN schemaname = 'public' THEN tablename"
                + " ELSE schemaname || '.' || tablename END FROM pg_tables"
                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
                + " UNION ALL SELECT 'public.' || tablename FROM pg_tables"
                + " WHERE schemaname = 'public'")
        .fetch(0, String.class);
  }

  @Override
  public List<Container> containers() {
    return new PostgresContainers(sql).all();
  }

  @Override
  public Optional<Map<String, String>> columns(List<String> table) {
    return find(table)
        .map(found -> {
          Result<? extends Record> rows =
              sql.resultQuery(
                      "SELECT a.attname, coalesce(b.typname, t.typname) FROM pg_attribute a"
                          + " JOIN pg_type t ON t.oid = a.atttypid"
                          + " LEFT JOIN pg_type b ON b.oid = nullif(t.typbasetype, 0)"
                          + " WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped"
                          + " ORDER BY a.attnum",
                      found.oid())
                  .fetch();
          Map<String, String> columns = new LinkedHashMap<>();
          rows.forEach(row -> columns.put(row.get(0, String.class), row.get(1, String.class)));
          return columns;
        });
  }

  @Override
  public Map<String, String> marks(List<String> table) {
    Map<String, String> marks = new HashMap<>();
    find(table)
        .ifPresent(found ->
            sql.resultQuery(
                    "SELECT attname, concat_ws(':', attrelid, attnum, atttypid, atttypmod)"
                        + " FROM pg_attribute WHERE attrelid = ? AND attnum > 0"
                        + " AND NOT attisdropped",
                    found.oid())
                .forEach(row -> marks.put(row.get(0, String.class), row.get(1, String.class))));
    return marks;
  }

  @Override
  public String kind(String columnType) {
    if (NUMBERS.contains(columnType)) {
      return "number";
    }
    return isText(columnType) ? "text" : columnType;
  }

  @Override
  public Optional<String> grantMissing(Dataset dataset) {
    return find(dataset.container()).flatMap(found -> grantMissing(dataset, found));
  }

  private Optional<String> grantMissing(Dataset dataset, Relation found) {
    String user = quote(settings.user());
    boolean schema =
        sql.resultQuery("SELECT has_schema_privilege(?, 'USAGE')", found.schema())
            .fetchSingle(0, Boolean.class);
    if (!schema) {
      return Optional.of(
          "GRANT USAGE ON SCHEMA %s TO %s; GRANT SELECT ON %s TO %s;"
              .formatted(quote(found.schema()), user, found.quoted(), user));
    }
    String mapped = columnsOf(dataset).stream().sorted().collect(Collectors.joining("\u001f"));
    boolean table =
        sql.resultQuery(
                "SELECT has_table_privilege(CAST(? AS oid), 'SELECT') OR NOT EXISTS (SELECT FROM"
                    + " pg_attribute WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped AND"
                    + " attname = ANY(string_to_array(?, chr(31))) AND NOT"
                    + " has_column_privilege(attrelid, attnum, 'SELECT'))",
                found.oid(),
                found.oid(),
                mapped)
            .fetchSingle(0, Boolean.class);
    return table
        ? Optional.empty()
        : Optional.of("GRANT SELECT ON %s TO %s;".formatted(found.quoted(), user));
  }

  private static Set<String> columnsOf(Dataset dataset) {
    Set<String> columns = new java.util.HashSet<>(dataset.attributes().values());
    columns.addAll(dataset.keyFields());
    return columns;
  }

  @Override
  public List<List<String>> indexes(List<String> table) {
    Map<Long, List<String>> indexes = new LinkedHashMap<>();
    find(table)
        .ifPresent(found ->
            sql.resultQuery(
                    "SELECT i.indexrelid, coalesce(a.attname, '') FROM pg_index i"
                        + " CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)"
                        + " LEFT JOIN pg_attribute a"
                        + " ON a.attrelid = i.indrelid AND a.attnum = k.attnum"
                        + " WHERE i.indrelid = ? AND i.indisvalid AND i.indpred IS NULL"
                        + " AND k.place <= i.indnkeyatts ORDER BY i.indexrelid, k.place",
                    found.oid())
                .forEach(row ->
                    indexes
                        .computeIfAbsent(row.get(0, Long.class), first -> new ArrayList<>())
                        .add(row.get(1, String.class))));
    return List.copyOf(indexes.values());
  }

  @Override
  public FoundOrdering ordering(Dataset dataset) {
    return new PostgresOrdering(sql, this).of(dataset);
  }

  @Override
  public boolean isView(List<String> table) {
    return find(table).filter(Relation::isView).isPresent();
  }

  @Override
  public Optional<KeyForm> form(KeyType keys, String columnType) {
    return switch (keys) {
      case INTEGER ->
          INTEGERS.contains(columnType)
              ? Optional.of(KeyForm.OWN)
              : Optional.of(KeyForm.DECIMAL).filter(form -> isText(columnType));
      case TEXT ->
          TEXTS.contains(columnType)
              ? Optional.of(KeyForm.OWN)
              : Optional.of(KeyForm.FOLDED).filter(form -> columnType.equals(CITEXT));
      case UUID -> {
        if (columnType.equals("uuid")) {
          yield Optional.of(KeyForm.OWN);
        }
        yield columnType.equals("bytea")
            ? Optional.of(KeyForm.UUID_BYTES)
            : Optional.of(KeyForm.UUID_TEXT).filter(form -> isText(columnType));
      }
    };
  }

  private static boolean isText(String columnType) {
    return TEXTS.contains(columnType) || columnType.equals(CITEXT);
  }

  @Override
  public List<StoreComplaint> capture(List<Dataset> datasets) {
    return new CheckPostgresLog(sql, settings, this).check(datasets);
  }
}
