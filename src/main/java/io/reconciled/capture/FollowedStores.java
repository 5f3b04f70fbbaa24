package io.reconciled.capture;

import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was known of stores when capture last began to follow them. All methods throw a {@link
 * io.reconciled.model.ReconciledException} where the state database fails.
 */
public interface FollowedStores {
  /** Empty where the store was never followed. */
  Optional<Known> of(StoreName store);

  /** Keeps this in place of what was known before; durable when it returns. */
  void keep(StoreName store, Known known);

  /**
   * @param identities as {@code ChangeFeed.identities} told them
   * @param seen when it did
   */
  record Known(Map<List<String>, String> identities, Instant seen) {
    public Known {
      identities = Map.copyOf(identities);
    }
  }
}
