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
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.impl.DSL;

/** One SQL database. */
final class SqlStore implements Store {
  private final StoreSettings settings;
  private final Dialect dialect;
  private final SqlConnections connections;
  private final ReadRows reading;
  private final FetchRows fetching;
  private final WriteRow writing;
  private final RowFilter filter;
  private final Map<String, Optional<String>> objections = new ConcurrentHashMap<>();

  /** Datasets without their attributes; in any other, a scan makes the database sort. */
  private final Set<Dataset> inOurOrder = ConcurrentHashMap.newKeySet();

  SqlStore(StoreSettings settings, Dialect dialect) {
    this.settings = settings;
    this.dialect = dialect;
    this.connections = new SqlConnections(settings, dialect);
    this.reading = new ReadRows(dialect);
    this.fetching = dialect.fetching(settings.name());
    this.writing = new WriteRow(connections, dialect, reading);
    this.filter = new RowFilter(dialect.jooq());
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
  public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
    return connections.ask("read " + dataset, sql -> reading.read(sql, mapped(dataset), keys));
  }

  @Override
  public Map<Value, Set<SharedKey>> holders(
      Dataset dataset, String attribute, Collection<Value> values) {
    return connections.ask(
        "look for values in " + dataset,
        sql -> new FindHolders(dialect, mapped(dataset), attribute).of(sql, values));
  }

  @Override
  public Rows scan(Scan scan) {
    return new SqlRows(
        new SqlStream(connections, dialect.driver(), settings.timeout()),
        mapped(scan.dataset()),
        dialect,
        fetching,
        scan);
  }

  @Override
  public Optional<SharedKey> boundary(
      Dataset dataset, Scan.Order order, Optional<SharedKey> from, int rows) {
    return connections.ask(
        "look for a range of " + dataset,
        sql -> new FindBoundary(dialect, mapped(dataset), order).after(sql, from, rows));
  }

  @Override
  public Ordering ordering(Dataset dataset) {
    return connections.ask(
        "tell the order of " + dataset,
        sql -> {
          FoundOrdering found = dialect.catalog(sql, settings).ordering(dataset);
          if (found.isOwnShared()) {
            inOurOrder.add(dataset.keysOnly());
          } else {
            inOurOrder.remove(dataset.keysOnly());
          }
          return found.ordering();
        });
  }

  @Override
  public Optional<String> noDigest(Dataset dataset, List<String> attributes) {
    Optional<DigestSql> digests = dialect.digests();
    return digests.isEmpty()
        ? Store.super.noDigest(dataset, attributes)
        : connections.ask(
            "tell the types of " + dataset,
            sql ->
                new DigestRows(digests.get(), dialect, mapped(dataset), attributes).objection(sql));
  }

  @Override
  public Digest digest(Dataset dataset, KeyRange range, List<String> attributes) {
    Optional<DigestSql> digests = dialect.digests();
    return digests.isEmpty()
        ? Digest.NONE
        : connections.ask(
            "digest " + dataset,
            sql ->
                new DigestRows(digests.get(), dialect, mapped(dataset), attributes).of(sql, range));
  }

  @Override
  public long estimatedRows(Dataset dataset) {
    return connections.ask(
        "guess the size of " + dataset, sql -> dialect.estimatedRows(sql, mapped(dataset)));
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
  public WriteOutcome write(ConditionalWrite write) {
    mapped(write.dataset());
    return writing.write(write);
  }

  /** A store that was down at the start is read without its filters having been checked. */
  private MappedTable mapped(Dataset dataset) {
    dataset
        .where()
        .flatMap(text -> objections.computeIfAbsent(text, filter::objection))
        .ifPresent(objection -> {
          throw new StoreMisconfigured(
              name(),
              "the filter of %s %s; correct where: in its rules file".formatted(dataset, objection),
              new IllegalArgumentException(objection));
        });
    return new MappedTable(dataset, inOurOrder.contains(dataset.keysOnly()));
  }

  @Override
  public void close() {
    connections.close();
  }
}
