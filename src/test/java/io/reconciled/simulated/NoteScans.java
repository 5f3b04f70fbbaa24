package io.reconciled.simulated;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that notes which ranges were read in it. */
public final class NoteScans implements Store {
  private final Store store;
  private final List<KeyRange> ranges = new CopyOnWriteArrayList<>();

  public NoteScans(Store store) {
    this.store = store;
  }

  /** Those read since this was last asked. */
  public List<KeyRange> ranges() {
    List<KeyRange> read = List.copyOf(ranges);
    ranges.clear();
    return read;
  }

  @Override
  public Rows scan(Scan scan) {
    ranges.add(scan.range());
    return store.scan(scan);
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
