package io.reconciled.store;

import java.time.InstantSource;

/** Asks a store for a sign of life, so that one that nobody reads is still known to be down. */
public final class WatchStore {
  private final StoreHealth health;
  private final InstantSource clock;

  public WatchStore(StoreHealth health, InstantSource clock) {
    this.health = health;
    this.clock = clock;
  }

  /** Asks one store, and notes what came of it. */
  public void watch(Store store) {
    try {
      store.ping();
      health.answered(store.name(), clock.instant());
    } catch (StoreFailure failure) {
      health.failed(failure, clock.instant());
    }
  }
}
