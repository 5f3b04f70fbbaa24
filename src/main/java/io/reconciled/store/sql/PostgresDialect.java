package io.reconciled.store.sql;

import io.reconciled.model.Position;
import io.reconciled.model.StoreName;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.Load;
import io.reconciled.store.StoreSettings;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {
  /** A small message in the log, committed, so that an idle log moves past what it returns. */
  private static final String MARK =
      "SELECT CAST(pg_logical_emit_message(true, 'reconciled', 'head') - '0/0' AS bigint)";

  private static final String END =
      "SELECT CAST(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()"
          + " ELSE pg_current_wal_insert_lsn() END - '0/0' AS bigint)";

  private final Driver driver = new PostgresDriver();
  private final KeySql keys = new PostgresKeys();
  private final ColumnTypes types = new PostgresTypes();

  @Override
  public String kind() {
    return "postgresql";
  }

  @Override
  public SQLDialect jooq() {
    return SQLDialect.POSTGRES;
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
    return new FetchByCopy(store, new FetchByCursor(driver(), types));
  }

  @Override
  public Optional<DigestSql> digests() {
    return Optional.of(new PostgresDigest());
  }

  @Override
  public Position head(DSLContext sql) {
    try {
      return position(sql, MARK);
    } catch (DataAccessException e) {
      if (driver.isUnavailable(SqlCause.of(e)) && !isStandby(e)) {
        throw e;
      }
      return position(sql, END);
    }
  }

  /** A standby takes no marks: object not in prerequisite state. */
  private static boolean isStandby(DataAccessException e) {
    return "55000".equals(SqlCause.of(e).getSQLState());
  }

  private static Position position(DSLContext sql, String query) {
    long lsn = sql.resultQuery(query).fetchSingle().get(0, Long.class);
    return new Position(0, lsn);
  }

  @Override
  public long estimatedRows(DSLContext sql, MappedTable table) {
    return PostgresEstimate.rows(sql, table);
  }

  @Override
  public Load load(DSLContext sql, StoreSettings settings) {
    return PostgresLoad.of(sql, settings.user());
  }

  @Override
  public Catalog catalog(DSLContext sql, StoreSettings settings) {
    return new PostgresCatalog(sql, settings);
  }

  @Override
  public ChangeFeed feed() {
    return new PostgresFeed();
  }
}
