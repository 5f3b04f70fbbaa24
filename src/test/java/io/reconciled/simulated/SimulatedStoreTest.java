package io.reconciled.simulated;

import io.reconciled.store.Fixture;
import io.reconciled.store.StoreContract;
import java.time.Instant;
import java.time.InstantSource;

class SimulatedStoreTest extends StoreContract {
  private final SimulatedServer server =
      new SimulatedServer(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

  @Override
  protected Fixture fixture() {
    return new SimulatedFixture(server);
  }
}
