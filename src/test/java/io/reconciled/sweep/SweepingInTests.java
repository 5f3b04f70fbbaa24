package io.reconciled.sweep;

import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.rules.SweepLimits;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Stores;
import io.reconciled.sweep.guest.KeepPauses;
import io.reconciled.sweep.guest.Manners;
import io.reconciled.sweep.guest.OpenHost;
import io.reconciled.sweep.guest.PausesInMemory;
import io.reconciled.sweep.guest.Ticks;
import io.reconciled.sweep.partition.DiskSpace;
import io.reconciled.sweep.partition.PartitionSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What a sweep needs besides stores, where no time passes and every store is at rest. */
public final class SweepingInTests {
  private static final Executor READERS = Executors.newVirtualThreadPerTaskExecutor();
  private static final Ticks TICKS =
      new Ticks(
          () -> 0,
          time -> {
            throw new IllegalStateException("no sweep here should have to wait " + time);
          });

  private SweepingInTests() {}

  /** Reads stores that keep nobody out. */
  public static SweepReading reading(Stores stores, InstantSource clock) {
    return reading(stores, Set.of(), clock);
  }

  /** The same, where rows do not travel cheaply from some of them. */
  public static SweepReading reading(Stores stores, Set<StoreName> narrow, InstantSource clock) {
    return reading(stores, narrow, clock, READERS, TICKS);
  }

  /**
   * The same, where time passes.
   *
   * @param readers as of {@link SweepReading}
   */
  public static SweepReading reading(
      Stores stores, Set<StoreName> narrow, InstantSource clock, Executor readers, Ticks ticks) {
    OpenHost open = new OpenHost(new KeepPauses(new PausesInMemory()), ticks, clock, readers);
    Manners manners =
        new Manners(
            stores.all().stream()
                .map(store -> open.of(store, SweepLimits.DEFAULT, Optional.empty()))
                .toList(),
            ticks);
    return new SweepReading(
        stores,
        narrow,
        manners,
        readers,
        new DiskSpace(PartitionSettings.DEFAULT.diskLimit()),
        silent -> false,
        ticks);
  }

  /** Answers what a sweep asks these stores, of which none is left alone. */
  static AnswerLookups answers(Stores stores, Entity entity) {
    return new AnswerLookups(
        stores, entity.datasets(), (dataset, stored) -> stored, store -> Optional.empty());
  }

  /** Settings for ranges that begin with so many rows, and no patience with stores. */
  public static SweepSettings inRangesOf(long rows) {
    return new SweepSettings(
        rows, Duration.ofMillis(500), 1, Duration.ZERO, 1_000_000, PartitionSettings.DEFAULT);
  }
}
