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
import org.jooq.SQLDialect;

/** What one SQL database does its own way. */
interface Dialect {
  /** As written in a connector file after {@code kind:}. */
  String kind();

  SQLDialect jooq();

  /** How its driver is reached, and what its errors mean. */
  Driver driver();

  /** How shared keys are looked up and put in our order. */
  KeySql keys();

  /** How its column types become canonical values, and back. */
  ColumnTypes types();

  /** How rows are fetched for the scans of a store that has just been opened. */
  default FetchRows fetching(StoreName store) {
    return new FetchByCursor(driver(), types());
  }

  /** How it digests rows; empty where it does not. */
  default Optional<DigestSql> digests() {
    return Optional.empty();
  }

  /** The end of its log, as {@link io.reconciled.store.Store#head} promises. */
  Position head(DSLContext sql) throws SQLException;

  /** As {@link io.reconciled.store.Store#announced} promises. */
  default Set<String> announced(DSLContext sql) {
    return Set.of();
  }

  /** As {@link io.reconciled.store.Store#estimatedRows} promises. */
  long estimatedRows(DSLContext sql, MappedTable table);

  /** As {@link io.reconciled.store.Store#load} promises. */
  Load load(DSLContext sql, StoreSettings settings);

  /** How its log is followed. */
  ChangeFeed feed();

  /** What exists and what may be done, for the check at start. */
  Catalog catalog(DSLContext sql, StoreSettings settings);
}
