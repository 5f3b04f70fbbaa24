package io.reconciled.store.mongodb;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells signs that somebody renews from those that a machine has left behind: a server keeps the
 * connections of one that is gone for minutes, and they stay the same.
 */
final class RenewedSigns {
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(60);

  /** When each connection was first seen, by the server's clock. */
  private final Map<Long, Instant> seen = new HashMap<>();

  /**
   * @param now all that are there at this moment
   */
  List<FollowerSign> among(List<FollowerSign> now) {
    seen.keySet().retainAll(now.stream().map(FollowerSign::connection).toList());
    return now.stream()
        .filter(sign ->
            sign.at()
                .isBefore(
                    seen.computeIfAbsent(sign.connection(), first -> sign.at()).plus(LEFT_BEHIND)))
        .toList();
  }
}
