package io.reconciled.sweep;

import io.reconciled.sweep.segment.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Reads several ranges at once, each on a way of its own through the keys. Where to divide them is
 * known from what was read before, so that no store is asked for it; the first sweep of an entity
 * goes one way.
 */
final class SideBySide implements ReadDatasets {
  private final int ways;
  private final Segments segments;
  private final Executor walkers;
  private final Supplier<ReadDatasets> walks;
  private final Supplier<MergeRange> merges;

  /**
   * @param ways how many at once, at most; at least 1
   * @param walkers runs one task per way; tasks block on the network
   * @param walks makes what goes one way; used by one thread
   * @param merges the same for what merges there
   */
  SideBySide(
      int ways,
      Segments segments,
      Executor walkers,
      Supplier<ReadDatasets> walks,
      Supplier<MergeRange> merges) {
    this.ways = ways;
    this.segments = segments;
    this.walkers = walkers;
    this.walks = walks;
    this.merges = merges;
  }

  @Override
  public void sweep(SweepProgress progress, MergeRange merge) {
    if (progress.toDo().ahead() < ways) {
      progress.toDo().divide(segments.bounds(ways));
    }
    int together = Math.min(ways, progress.toDo().ahead());
    AtomicBoolean failed = new AtomicBoolean();
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (int i = 1; i < together; i++) {
      MergeRange own = merges.get();
      others.add(CompletableFuture.runAsync(() -> goOneWay(progress, own, failed), walkers));
    }
    try {
      goOneWay(progress, merge, failed);
    } finally {
      // Nothing of the sweep may run any more when this returns.
      await(CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)));
    }
  }

  private void goOneWay(SweepProgress progress, MergeRange merge, AtomicBoolean failed) {
    boolean done = false;
    try {
      walks.get().sweep(new UntilOneFails(progress, failed), merge);
      done = true;
    } finally {
      if (!done) {
        failed.set(true);
      }
    }
  }

  private static void await(CompletableFuture<Void> others) {
    try {
      others.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** Has every way end where one has failed. */
  private record UntilOneFails(SweepProgress progress, AtomicBoolean failed)
      implements SweepProgress {
    @Override
    public SweepTally tally() {
      return progress.tally();
    }

    @Override
    public PiecesToDo toDo() {
      return progress.toDo();
    }

    @Override
    public void moved() {
      progress.moved();
    }

    @Override
    public boolean cancelled() {
      return failed.get() || progress.cancelled();
    }
  }
}
