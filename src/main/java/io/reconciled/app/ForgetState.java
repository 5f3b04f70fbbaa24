package io.reconciled.app;

import io.reconciled.capture.debezium.StoreTables;
import io.reconciled.discrepancy.jooq.JooqRulesOnRecord;
import io.reconciled.model.EntityName;
import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
import io.reconciled.state.jooq.NamedRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What the state database has of a store. Open from {@link #open} to {@link #close}, and meanwhile
 * no daemon uses it.
 */
final class ForgetState implements AutoCloseable {
  private static final String STORE = "store";
  private final String url;
  private final Optional<KeepLease> lease;
  private final Optional<StateDatabase> database;

  private ForgetState(String url, Optional<KeepLease> lease, Optional<StateDatabase> database) {
    this.url = url;
    this.lease = lease;
    this.database = database;
  }

  /**
   * @throws StateUnavailable where it cannot be reached, or another process uses it; the message
   *     names that where it can
   */
  static ForgetState open(Settings settings) {
    StateUrl url = new StateUrl(settings.stateUrl()).onlyIfThere();
    try {
      KeepLease lease =
          KeepLease.take(
              url, settings.stateUser(), settings.statePassword(), Duration.ZERO, taken -> {});
      return opened(settings, url, lease);
    } catch (StateUnavailable failure) {
      if (!StateUrl.isAbsent(failure)) {
        throw failure;
      }
      return new ForgetState(settings.stateUrl(), Optional.empty(), Optional.empty());
    }
  }

  private static ForgetState opened(Settings settings, StateUrl url, KeepLease lease) {
    boolean open = false;
    try {
      StateDatabase database =
          StateDatabase.open(url, settings.stateUser(), settings.statePassword());
      open = true;
      return new ForgetState(settings.stateUrl(), Optional.of(lease), Optional.of(database));
    } finally {
      if (!open) {
        lease.close();
      }
    }
  }

  /** Where it is. */
  String url() {
    return url;
  }

  boolean isThere() {
    return database.isPresent();
  }

  /** What names the store, one line each. */
  List<String> of(StoreName store) {
    List<String> found = new ArrayList<>();
    if (database.isPresent()) {
      DataSource state = database.get().dataSource();
      new StoreTables(state)
          .of(store)
          .forEach((table, rows) -> found.add("table " + table + ", " + rows(rows)));
      new NamedRows(state, STORE)
          .count(store.value())
          .forEach((table, rows) -> found.add(rows(rows) + " of table " + table));
    }
    return found;
  }

  /**
   * Forgets the store. Its position goes last, so that a crash before the end leaves something to
   * be shown.
   *
   * @param entities count as never swept when a daemon runs again: what changed meanwhile is unseen
   */
  void forget(StoreName store, Set<EntityName> entities) {
    if (database.isPresent()) {
      DataSource state = database.get().dataSource();
      new JooqRulesOnRecord(state).forget(entities);
      new NamedRows(state, STORE).delete(store.value());
      new StoreTables(state).drop(store);
    }
  }

  private static String rows(int rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }

  @Override
  public void close() {
    database.ifPresent(StateDatabase::close);
    lease.ifPresent(KeepLease::close);
  }
}
