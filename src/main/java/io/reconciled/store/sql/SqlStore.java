package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.ConditionalWrite;
import io.reconciled.store.Digest;
import io.reconciled.store.Fit;
import io.reconciled.store.Load;
import io.reconciled.store.Ordering;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.WriteOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;

/** One SQL database. */
final class SqlStore implements Store {
  private final StoreSettings settings;
  private final Dialect dialect;
  private final SqlConnections connections;
  private final ReadRows reading;
  private final FetchRows fetching;
  private final WriteRow writing;
  private final MappedTables tables;

  SqlStore(StoreSettings settings, Dialect dialect) {
    this.settings = settings;
    this.dialect = dialect;
    this.connections = new SqlConnections(settings, dialect);
    this.reading = new ReadRows(dialect);
    this.fetching = dialect.fetching(settings.name());
    this.tables = new MappedTables(settings, dialect);
    this.writing = new WriteRow(connections, dialect, reading, tables);
  }

  @Override
  public StoreName name() {
    return settings.name();
  }

  @Override
  public void ping() {
    connections.ask("answer", sql -> sql.fetch(DSL.sql("SELECT 1")));
  }

  @Override
  public Fit fit(Dataset dataset) {
    return connections.ask(
        "describe " + dataset,
        sql -> {
          tables.lookAgain(sql, dataset);
          return new FindFit(dialect.catalog(sql, settings)).of(dataset);
        });
  }

  @Override
  public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
    try {
      return connections.ask(
          "read " + dataset, sql -> reading.read(sql, tables.of(sql, dataset), keys));
    } catch (StoreMisconfigured failure) {
      tables.forget(dataset);
      throw failure;
    }
  }

  @Override
  public Map<Value, Set<SharedKey>> holders(
      Dataset dataset, String attribute, Collection<Value> values) {
    return connections.ask(
        "look for values in " + dataset,
        sql -> new FindHolders(dialect, tables.of(sql, dataset), attribute).of(sql, values));
  }

  @Override
  public Rows scan(Scan scan) {
    tables.requireUsable(scan.dataset());
    return new SqlRows(
        new SqlStream(connections, dialect.driver(), settings.timeout()),
        tables,
        dialect,
        fetching,
        scan);
  }

  @Override
  public Optional<SharedKey> boundary(
      Dataset dataset, Scan.Order order, Optional<SharedKey> from, int rows) {
    return connections.ask(
        "look for a range of " + dataset,
        sql -> new FindBoundary(dialect, tables.of(sql, dataset), order).after(sql, from, rows));
  }

  @Override
  public Ordering ordering(Dataset dataset) {
    return connections.ask("tell the order of " + dataset, sql -> tables.ordering(sql, dataset));
  }

  @Override
  public Optional<String> noDigest(Dataset dataset, List<String> attributes) {
    Optional<DigestSql> digests = dialect.digests();
    return digests.isEmpty()
        ? Store.super.noDigest(dataset, attributes)
        : connections.ask(
            "tell the types of " + dataset,
            sql ->
                new DigestRows(digests.get(), dialect, tables.of(sql, dataset), attributes)
                    .objection(sql));
  }

  @Override
  public Digest digest(Dataset dataset, KeyRange range, List<String> attributes) {
    Optional<DigestSql> digests = dialect.digests();
    return digests.isEmpty()
        ? Digest.NONE
        : connections.ask(
            "digest " + dataset,
            sql ->
                new DigestRows(digests.get(), dialect, tables.of(sql, dataset), attributes)
                    .of(sql, range));
  }

  @Override
  public long estimatedRows(Dataset dataset) {
    return connections.ask(
        "guess the size of " + dataset, sql -> dialect.estimatedRows(sql, tables.of(sql, dataset)));
  }

  @Override
  public Load load() {
    return connections.ask("tell its load", sql -> dialect.load(sql, settings));
  }

  @Override
  public Position head() {
    return connections.ask("tell the end of its log", dialect::head);
  }

  @Override
  public Set<String> announced() {
    return connections.ask("tell its prepared transactions", dialect::announced);
  }

  @Override
  public WriteOutcome write(ConditionalWrite write) {
    tables.requireUsable(write.dataset());
    return writing.write(write);
  }

  @Override
  public void close() {
    connections.close();
  }
}
