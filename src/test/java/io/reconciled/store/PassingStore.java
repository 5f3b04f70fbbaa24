package io.reconciled.store;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Passes every call on to another store; what extends it does one thing otherwise. */
public abstract class PassingStore implements Store {
  private final Store store;

  protected PassingStore(Store store) {
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
  public Fit fit(Dataset dataset) {
    return store.fit(dataset);
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
  public Optional<String> noDigest(Dataset dataset, List<String> attributes) {
    return store.noDigest(dataset, attributes);
  }

  @Override
  public Digest digest(Dataset dataset, KeyRange range, List<String> attributes) {
    return store.digest(dataset, range, attributes);
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
  public Set<String> announced() {
    return store.announced();
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
