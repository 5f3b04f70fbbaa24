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
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** What a MariaDB or MySQL server shows its user, from the information schema. */
final class MariaDbCatalog implements Catalog {
  private static final int NO_RIGHT_ON_TABLE = 1142;
  private static final int NO_RIGHT_ON_COLUMN = 1143;
  private static final int NO_RIGHT_ON_DATABASE = 1044;
  private static final Set<Integer> NO_RIGHT =
      Set.of(NO_RIGHT_ON_TABLE, NO_RIGHT_ON_COLUMN, NO_RIGHT_ON_DATABASE);
  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "year");
  private static final Set<String> FRACTIONS = Set.of("float", "double");
  private static final Set<String> BYTES = Set.of("binary", "varbinary");
  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum");

  private final DSLContext sql;
  private final StoreSettings settings;

  MariaDbCatalog(DSLContext sql, StoreSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public List<String> tables() {
    return sql.resultQuery(
            "SELECT CASE WHEN table_schema = DATABASE() THEN table_name"
                + " ELSE CONCAT(table_schema, '.', table_name) END FROM information_schema.tables"
                + " WHERE table_schema NOT IN"
                + " ('mysql', 'information_schema', 'performance_schema', 'sys')"
                + " UNION ALL SELECT CONCAT(table_schema, '.', table_name)"
                + " FROM information_schema.tables WHERE table_schema = DATABASE()")
        .fetch(0, String.class);
  }

  @Override
  public List<Container> containers() {
    return new MariaDbContainers(sql).all();
  }

  @Override
  public Optional<Map<String, String>> columns(List<String> table) {
    Map<String, String> columns = new LinkedHashMap<>();
    sql.resultQuery(
            "SELECT column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?"
                + " ORDER BY ordinal_position",
            DSL.val(schema(table).orElse(null), String.class),
            table.getLast())
        .forEach(row -> columns.put(row.get(0, String.class), row.get(1, String.class)));
    return Optional.of(columns).filter(found -> !found.isEmpty());
  }

  @Override
  public Map<String, String> marks(List<String> table) {
    Map<String, String> marks = new HashMap<>();
    sql.resultQuery(
            "SELECT column_name, CONCAT_WS(':', ordinal_position, column_type, collation_name)"
                + " FROM information_schema.columns"
                + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?",
            DSL.val(schema(table).orElse(null), String.class),
            table.getLast())
        .forEach(row -> marks.put(row.get(0, String.class), row.get(1, String.class)));
    return marks;
  }

  @Override
  public String kind(String columnType) {
    if (INTEGERS.contains(columnType) || FRACTIONS.contains(columnType)) {
      return "number";
    }
    return TEXTS.contains(columnType) ? "text" : columnType;
  }

  static Optional<String> schema(List<String> table) {
    return table.size() > 1 ? Optional.of(table.get(table.size() - 2)) : Optional.empty();
  }

  /** A table that may not be read is hidden as if it were not there: only trying tells. */
  @Override
  public Optional<String> grantMissing(Dataset dataset) {
    MappedTable table = new MappedTable(dataset);
    try {
      sql.selectOne().from(table.table()).limit(0).fetch();
      return Optional.empty();
    } catch (DataAccessException e) {
      return NO_RIGHT.contains(SqlCause.of(e).getErrorCode())
          ? Optional.of("GRANT SELECT ON %s TO %s;".formatted(quoted(dataset), user()))
          : Optional.empty();
    }
  }

  /** With its database, so that the statement can be run from anywhere. */
  private String quoted(Dataset dataset) {
    String database =
        schema(dataset.container())
            .orElseGet(() -> String.valueOf(sql.fetchValue("SELECT DATABASE()")));
    return Stream.of(database, dataset.container().getLast())
        .map(name -> '`' + name.replace("`", "``") + '`')
        .collect(Collectors.joining("."));
  }

  /** The account that the server took the user for, as GRANT wants it. */
  String user() {
    String account = String.valueOf(sql.fetchValue("SELECT CURRENT_USER()"));
    int at = account.lastIndexOf('@');
    return at < 0
        ? "'" + settings.user() + "'"
        : "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
  }

  @Override
  public List<List<String>> indexes(List<String> table) {
    Map<String, List<String>> indexes = new LinkedHashMap<>();
    sql.resultQuery(
            "SELECT index_name, COALESCE(column_name, '') FROM information_schema.statistics"
                + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?"
                + " ORDER BY index_name, seq_in_index",
            DSL.val(schema(table).orElse(null), String.class),
            table.getLast())
        .forEach(row ->
            indexes
                .computeIfAbsent(row.get(0, String.class), first -> new ArrayList<>())
                .add(row.get(1, String.class)));
    return List.copyOf(indexes.values());
  }

  @Override
  public FoundOrdering ordering(Dataset dataset) {
    return new MariaDbOrdering(sql, this).of(dataset);
  }

  @Override
  public boolean isView(List<String> table) {
    return sql.resultQuery(
                "SELECT COUNT(*) FROM information_schema.views"
                    + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?",
                DSL.val(schema(table).orElse(null), String.class),
                table.getLast())
            .fetchSingle(0, Long.class)
        > 0;
  }

  @Override
  public Optional<KeyForm> form(KeyType keys, String columnType) {
    return switch (keys) {
      case INTEGER ->
          INTEGERS.contains(columnType)
              ? Optional.of(KeyForm.OWN)
              : Optional.of(KeyForm.DECIMAL).filter(form -> isText(columnType));
      case TEXT -> Optional.of(KeyForm.OWN).filter(form -> TEXTS.contains(columnType));
      case UUID -> {
        if (columnType.equals("uuid")) {
          yield Optional.of(KeyForm.OWN);
        }
        yield BYTES.contains(columnType)
            ? Optional.of(KeyForm.UUID_BYTES)
            : Optional.of(KeyForm.UUID_TEXT).filter(form -> isText(columnType));
      }
    };
  }

  /** Numbers are no labels: an operand that is one of an enum's numbers means its place. */
  private static boolean isText(String columnType) {
    return TEXTS.contains(columnType) && !columnType.equals("enum");
  }

  @Override
  public List<StoreComplaint> capture(List<Dataset> datasets) {
    return new CheckBinaryLog(sql, user()).check();
  }
}
