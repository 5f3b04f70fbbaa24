package io.reconciled.sweep;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Unread;
import io.reconciled.rules.Entity;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The datasets that a sweep goes on without, because their streams broke twice in a row. Their
 * stores are asked for a sign of life every few seconds. Safe for several threads.
 */
final class LeftOut {
  private static final int TRIES = 2;
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(3);
  private final Entity entity;
  private final Stores stores;
  private final InstantSource clock;
  private final Map<DatasetName, Integer> broken = new HashMap<>();
  private final Map<DatasetName, Away> away = new HashMap<>();

  private record Away(Unread why, Instant asked) {}

  LeftOut(Entity entity, Stores stores, InstantSource clock) {
    this.entity = entity;
    this.stores = stores;
    this.clock = clock;
  }

  /** A stream broke. At the first time it is worth another try at once. */
  synchronized void broke(DatasetName dataset, Unread why) {
    if (broken.merge(dataset, 1, Integer::sum) >= TRIES) {
      away.put(dataset, new Away(why, clock.instant()));
    }
  }

  /** It is not worth another try at once. */
  synchronized void leave(DatasetName dataset, Unread why) {
    broken.put(dataset, TRIES);
    away.put(dataset, new Away(why, clock.instant()));
  }

  /** All streams of a range held. */
  synchronized void held() {
    broken.keySet().retainAll(away.keySet());
  }

  /** Those to go on without now, and why. */
  synchronized Map<DatasetName, Unread> now() {
    for (DatasetName dataset : List.copyOf(away.keySet())) {
      Away since = Objects.requireNonNull(away.get(dataset));
      if (!clock.instant().isBefore(since.asked.plus(BETWEEN_SIGNS))) {
        ask(dataset, since);
      }
    }
    Map<DatasetName, Unread> now = new HashMap<>();
    away.forEach((dataset, since) -> now.put(dataset, since.why));
    return now;
  }

  /** Whether what can be read is enough for any rule to be told. */
  synchronized boolean isEnoughLeft() {
    return entity.rules().stream()
        .anyMatch(rule -> {
          long there = rule.datasets().stream().filter(name -> !away.containsKey(name)).count();
          return there >= Math.min(2, rule.datasets().size());
        });
  }

  private void ask(DatasetName dataset, Away since) {
    try {
      entity.shards(dataset).forEach(shard -> stores.of(shard.store()).ping());
      away.remove(dataset);
      broken.remove(dataset);
    } catch (StoreFailure stillAway) {
      away.put(dataset, new Away(since.why, clock.instant()));
    }
  }
}
