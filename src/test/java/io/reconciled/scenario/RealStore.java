package io.reconciled.scenario;

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
import io.reconciled.store.StoreUnavailable;
import io.reconciled.store.WriteOutcome;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a real database; only the log, and with it time, is simulated. A first sign of life that
 * does not come is the real one's, those after it are told without a wait.
 */
final class RealStore implements Store {
  private final Store real;
  private final Store simulated;
  private boolean knownToBeDown;

  RealStore(Store real, Store simulated) {
    this.real = real;
    this.simulated = simulated;
  }

  @Override
  public StoreName name() {
    return real.name();
  }

  @Override
  public void ping() {
    try {
      simulated.ping();
      knownToBeDown = false;
    } catch (StoreUnavailable down) {
      if (!knownToBeDown) {
        knownToBeDown = true;
        real.ping();
      }
      throw down;
    }
  }

  @Override
  public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
    return real.read(dataset, keys);
  }

  @Override
  public Map<Value, Set<SharedKey>> holders(
      Dataset dataset, String attribute, Collection<Value> values) {
    return real.holders(dataset, attribute, values);
  }

  @Override
  public Rows scan(Scan scan) {
    return real.scan(scan);
  }

  @Override
  public Optional<SharedKey> boundary(
      Dataset dataset, Scan.Order order, Optional<SharedKey> from, int rows) {
    return real.boundary(dataset, order, from, rows);
  }

  @Override
  public Ordering ordering(Dataset dataset) {
    return real.ordering(dataset);
  }

  @Override
  public long estimatedRows(Dataset dataset) {
    return real.estimatedRows(dataset);
  }

  @Override
  public Load load() {
    return real.load();
  }

  @Override
  public Position head() {
    return simulated.head();
  }

  @Override
  public WriteOutcome write(ConditionalWrite write) {
    return real.write(write);
  }

  @Override
  public void close() {
    real.close();
    simulated.close();
  }
}
