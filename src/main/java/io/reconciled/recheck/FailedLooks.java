package io.reconciled.recheck;

import io.reconciled.model.EntityKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Keys whose looks fail for what is in them, and how long each is to rest before it is tried again:
 * twice as long every time. Used by one thread.
 */
final class FailedLooks {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Beyond so many, the others rest as at their first time. */
  private static final int REMEMBERED = 10_000;

  private final Map<EntityKey, Duration> rests = new HashMap<>();

  /** How long the key is to rest now. */
  Duration failed(EntityKey key) {
    Duration before = rests.getOrDefault(key, Duration.ZERO);
    Duration doubled = before.isZero() ? FIRST : before.multipliedBy(2);
    Duration rest = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    if (rests.size() < REMEMBERED || rests.containsKey(key)) {
      rests.put(key, rest);
    }
    return rest;
  }

  void succeeded(EntityKey key) {
    if (!rests.isEmpty()) {
      rests.remove(key);
    }
  }
}
