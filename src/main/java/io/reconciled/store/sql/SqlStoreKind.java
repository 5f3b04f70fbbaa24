package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.store.Capability;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.Store;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreKind;
import io.reconciled.store.StoreSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A kind of SQL database: one dialect. */
public final class SqlStoreKind implements StoreKind {
  private final Dialect dialect;

  private SqlStoreKind(Dialect dialect) {
    this.dialect = dialect;
  }

  public static SqlStoreKind postgres() {
    return new SqlStoreKind(new PostgresDialect());
  }

  public static SqlStoreKind mariaDb() {
    return new SqlStoreKind(new MariaDbDialect());
  }

  /** MySQL, by the MariaDB driver, with the dialect of MariaDB where the two are the same. */
  public static SqlStoreKind mySql() {
    return new SqlStoreKind(new MySqlDialect());
  }

  @Override
  public String name() {
    return dialect.kind();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public List<StoreComplaint> check(
      StoreSettings settings, List<Dataset> datasets, boolean capture) {
    try (SqlConnections connections = new SqlConnections(settings, dialect)) {
      return connections.ask(
          "be checked",
          sql -> new CheckSchema(dialect.catalog(sql, settings)).check(datasets, capture));
    } catch (StoreFailure failure) {
      return List.of(StoreComplaint.of(failure));
    }
  }

  @Override
  public Store open(StoreSettings settings) {
    return new SqlStore(settings, dialect);
  }

  @Override
  public DescribeStore describe(StoreSettings settings) {
    return new DescribeSql(settings, dialect);
  }

  @Override
  public ChangeFeed feed() {
    return dialect.feed();
  }
}
