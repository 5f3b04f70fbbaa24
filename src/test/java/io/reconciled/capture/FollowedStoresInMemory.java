package io.reconciled.capture;

import io.reconciled.model.StoreName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was known of stores, for tests that need no database for it. */
public final class FollowedStoresInMemory implements FollowedStores {
  private final Map<StoreName, Known> known = new ConcurrentHashMap<>();

  @Override
  public Optional<Known> of(StoreName store) {
    return Optional.ofNullable(known.get(store));
  }

  @Override
  public void keep(StoreName store, Known now) {
    known.put(store, now);
  }
}
