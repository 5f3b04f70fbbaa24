package io.reconciled.sweep.guest;

import io.reconciled.rules.SweepLimits;
import io.reconciled.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Makes hosts of stores.
 *
 * @param pauses by hand
 * @param executor asks stores how busy they are
 */
public record OpenHost(KeepPauses pauses, Ticks ticks, InstantSource clock, Executor executor) {
  /** Looks are due a little late whenever they come in batches; sweeps make way for more. */
  public static final Duration LOOKS_LATE = Duration.ofSeconds(10);

  /**
   * @param store where sweeps read
   * @param overdue how late looks are; empty where nobody looks while a sweep runs
   */
  public Host of(Store store, SweepLimits limits, Optional<Supplier<Duration>> overdue) {
    List<Barrier> barriers = new ArrayList<>();
    barriers.add(new PausedByHand(store.name(), pauses));
    limits.pauseFile().ifPresent(file -> barriers.add(new PauseFile(file)));
    if (!limits.windows().isEmpty()) {
      barriers.add(new OutsideWindows(limits.windows(), limits.zone(), clock));
    }
    if (!limits.pauseAbove().equals(SweepLimits.PauseAbove.NOTHING)) {
      barriers.add(new HighLoad(limits.pauseAbove(), store::load, ticks, executor));
    }
    overdue.ifPresent(late -> barriers.add(new LivePathBehind(late, LOOKS_LATE)));
    return new Host(
        store.name(), limits.connections(), limits.rowsPerSecond(), barriers, ticks, clock);
  }
}
