package io.reconciled.store.sql;

import io.reconciled.model.Position;
import io.reconciled.model.StoreName;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.Load;
import io.reconciled.store.StoreSettings;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;

/** MariaDB, and MySQL where it is the same. */
class MariaDbDialect implements Dialect {
  private static final String SYNTAX_OR_RIGHTS = "42000";

  private final Driver driver;
  private final KeySql keys = new MariaDbKeys();
  private final ColumnTypes types = new MariaDbTypes();

  MariaDbDialect() {
    this(new MariaDbDriver());
  }

  MariaDbDialect(Driver driver) {
    this.driver = driver;
  }

  @Override
  public String kind() {
    return "mariadb";
  }

  @Override
  public SQLDialect jooq() {
    return SQLDialect.MARIADB;
  }

  @Override
  public Driver driver() {
    return driver;
  }

  @Override
  public KeySql keys() {
    return keys;
  }

  @Override
  public ColumnTypes types() {
    return types;
  }

  @Override
  public FetchRows fetching(StoreName store) {
    return new FetchPrepared(driver, types);
  }

  @Override
  public Optional<DigestSql> digests() {
    return Optional.of(new MariaDbDigest());
  }

  /** Capture passes the end of an idle log by itself: it needs no mark. */
  @Override
  public Position head(DSLContext sql) throws SQLException {
    Record end = sql.resultQuery(showLogEnd(sql)).fetchAny();
    if (end == null) {
      throw new SQLException(
          "the binary log is off; start the server with log_bin", SYNTAX_OR_RIGHTS);
    }
    String file = end.get(0, String.class);
    return new Position(
        Long.parseLong(file.substring(file.lastIndexOf('.') + 1)), end.get(1, Long.class));
  }

  /** The changes of an XA transaction are in the log from its XA PREPARE on. */
  @Override
  public Set<String> announced(DSLContext sql) {
    return Set.copyOf(sql.resultQuery("XA RECOVER").fetch(row -> row.valuesRow().toString()));
  }

  /** The statement that shows the file and the place in it at which the log ends. */
  String showLogEnd(DSLContext sql) {
    return "SHOW MASTER STATUS";
  }

  @Override
  public long estimatedRows(DSLContext sql, MappedTable table) {
    return MariaDbEstimate.rows(sql, table);
  }

  @Override
  public Load load(DSLContext sql, StoreSettings settings) {
    return new MariaDbLoad("SHOW REPLICA STATUS", "REPLICA MONITOR").of(sql, settings.user());
  }

  @Override
  public Catalog catalog(DSLContext sql, StoreSettings settings) {
    return new MariaDbCatalog(sql, settings);
  }

  @Override
  public ChangeFeed feed() {
    return MariaDbFeed.mariaDb();
  }
}
