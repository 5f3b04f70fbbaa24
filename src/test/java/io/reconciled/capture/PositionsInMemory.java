package io.reconciled.capture;

import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Places in logs, for tests without an engine. */
final class PositionsInMemory implements Positions {
  boolean failToForget;
  private final Map<StoreName, OnRecord> places = new HashMap<>();

  void put(StoreName store) {
    places.put(store, new OnRecord(Map.of("lsn", 7L), Instant.EPOCH));
  }

  @Override
  public Optional<OnRecord> of(StoreName store) {
    return Optional.ofNullable(places.get(store));
  }

  @Override
  public void forget(StoreName store) {
    if (failToForget) {
      throw new StateUnavailable("it fails on purpose", new IllegalStateException());
    }
    places.remove(store);
  }
}
