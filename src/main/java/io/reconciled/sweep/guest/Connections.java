package io.reconciled.sweep.guest;

import io.reconciled.model.StoreName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The connections that sweeps hold in each store. They are given all at once or not at all, so that
 * two sweeps never wait for each other. Safe for many threads.
 */
final class Connections {
  private final ToIntFunction<StoreName> limit;
  private final Map<StoreName, Integer> held = new HashMap<>();

  Connections(ToIntFunction<StoreName> limit) {
    this.limit = limit;
  }

  /**
   * One for each stream; a range that needs more in one store than the limit gets them when nobody
   * else has any there.
   *
   * @param streams the store of each
   */
  synchronized Optional<Turn> take(Collection<StoreName> streams) {
    Map<StoreName, Integer> wanted = new HashMap<>();
    streams.forEach(store -> wanted.merge(store, 1, Integer::sum));
    wanted.replaceAll((store, count) -> Math.min(count, limit.applyAsInt(store)));
    boolean free =
        wanted.entrySet().stream()
            .allMatch(entry ->
                held.getOrDefault(entry.getKey(), 0) + entry.getValue()
                    <= limit.applyAsInt(entry.getKey()));
    if (!free) {
      return Optional.empty();
    }
    wanted.forEach((store, count) -> held.merge(store, count, Integer::sum));
    return Optional.of(new Turn(() -> giveBack(wanted)));
  }

  private synchronized void giveBack(Map<StoreName, Integer> taken) {
    taken.forEach((store, count) -> held.merge(store, -count, Integer::sum));
  }
}
