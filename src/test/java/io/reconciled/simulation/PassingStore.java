package io.reconciled.simulation;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.ConditionalWrite;
import io.reconciled.store.Load;
import io.reconciled.store.Ordering;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import io.reconciled.store.WriteOutcome;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Passes every call on to another store. */
abstract class PassingStore implements Store {
  private final Store store;

  PassingStore(Store store) {
    this.store = store;
  }

  @Override
  public StoreName name() {
    return store.name();
  }

  @Override
  public void ping() {
    store.ping();
  }

  @Override
  public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
    return store.read(dataset, keys);
  }

  @Override
  public Map<Value, Set<SharedKey>> holders(
      Dataset dataset, String attribute, Collection<Value> values) {
    return store.holders(dataset, attribute, values);
  }

  @Override
  public Rows scan(Scan scan) {
    return store.scan(scan);
  }

  @Override
  public Optional<SharedKey> boundary(
      Dataset dataset, Scan.Order order, Optional<SharedKey> from, int rows) {
    return store.boundary(dataset, order, from, rows);
  }

  @Override
  public Ordering ordering(Dataset dataset) {
    return store.ordering(dataset);
  }

  @Override
  public long estimatedRows(Dataset dataset) {
    return store.estimatedRows(dataset);
  }

  @Override
  public Load load() {
    return store.load();
  }

  @Override
  public Position head() {
    return store.head();
  }

  @Override
  public WriteOutcome write(ConditionalWrite write) {
    return store.write(write);
  }

  @Override
  public void close() {
    store.close();
  }
}
