package io.reconciled.scenario;

import io.reconciled.model.Position;
import io.reconciled.store.PassingStore;
import io.reconciled.store.Store;
import io.reconciled.store.StoreUnavailable;
import java.util.Set;

/**
 * Reads a real database; only the log, and with it time, is simulated. A first sign of life that
 * does not come is the real one's, those after it are told without a wait.
 */
final class RealStore extends PassingStore {
  private final Store simulated;
  private boolean knownToBeDown;

  RealStore(Store real, Store simulated) {
    super(real);
    this.simulated = simulated;
  }

  @Override
  public void ping() {
    try {
      simulated.ping();
      knownToBeDown = false;
    } catch (StoreUnavailable down) {
      if (!knownToBeDown) {
        knownToBeDown = true;
        super.ping();
      }
      throw down;
    }
  }

  @Override
  public Position head() {
    return simulated.head();
  }

  @Override
  public Set<String> announced() {
    return simulated.announced();
  }

  @Override
  public void close() {
    super.close();
    simulated.close();
  }
}
