package io.reconciled.app;

import io.reconciled.compare.Verdict;
import io.reconciled.discrepancy.FindDiscrepancies.Percentiles;
import io.reconciled.discrepancy.Look;
import io.reconciled.due.DueKey;
import io.reconciled.model.EntityName;
import io.reconciled.recheck.LookListener;
import io.reconciled.report.PropagationTimes;
import io.reconciled.report.Times;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long changes take to reach all stores: from a key's first move to its last, for keys that
 * were found consistent when they had come to rest. Percentiles are those of the last thousand.
 */
final class Settling implements LookListener, PropagationTimes {
  private static final int KEPT = 1_000;
  private final Map<EntityName, Recent> byEntity = new ConcurrentHashMap<>();

  @Override
  public void looked(EntityName entity, DueKey key, Look look) {
    boolean consistent =
        look.verdicts().values().stream().allMatch(Verdict.Consistent.class::isInstance);
    if (consistent && key.moves() > 1) {
      byEntity
          .computeIfAbsent(entity, e -> new Recent())
          .add(Duration.between(key.enteredAt(), key.quietSince()));
    }
  }

  @Override
  public Optional<Times> of(EntityName entity) {
    return Optional.ofNullable(byEntity.get(entity)).map(Recent::times);
  }

  /** The latest durations of one entity, and how many there have been. */
  private static final class Recent {
    private final Deque<Duration> latest = new ArrayDeque<>();
    private long count;

    synchronized void add(Duration duration) {
      count++;
      latest.addLast(duration);
      if (latest.size() > KEPT) {
        latest.removeFirst();
      }
    }

    synchronized Times times() {
      List<Duration> sorted = latest.stream().sorted().toList();
      Percentiles percentiles =
          new Percentiles(at(sorted, 0.5), at(sorted, 0.95), sorted.getLast());
      return Times.of(count, percentiles);
    }

    private static Duration at(List<Duration> sorted, double part) {
      return sorted.get((int) (part * (sorted.size() - 1)));
    }
  }
}
