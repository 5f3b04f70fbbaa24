package io.reconciled.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Runs seeds one after the other on several threads, until one fails. */
final class RunSeeds {
  private final Supplier<Seams> seams;
  private final int threads;
  private final LongConsumer progress;
  private final Map<String, Integer> counts = new TreeMap<>();
  private long next;
  private long end;
  private long done;
  private Optional<Seed> failed = Optional.empty();

  /**
   * @param progress is told how many are done, each time that one is
   */
  RunSeeds(Supplier<Seams> seams, int threads, LongConsumer progress) {
    this.seams = seams;
    this.threads = threads;
    this.progress = progress;
  }

  /** The first that failed; empty where none did. */
  Optional<Seed> run(long from, long seeds) {
    next = from;
    end = from + seeds;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<CompletableFuture<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(CompletableFuture.runAsync(this::work, (Executor) executor));
      }
      workers.forEach(CompletableFuture::join);
    }
    return failed;
  }

  /** What daemons did in all of them. */
  Map<String, Integer> counts() {
    return counts;
  }

  private void work() {
    for (Optional<Long> number = take(); number.isPresent(); number = take()) {
      Seed seed = Seed.draw(number.get());
      finished(seed, seed.run(seams.get()));
    }
  }

  private synchronized Optional<Long> take() {
    return failed.isPresent() || next == end ? Optional.empty() : Optional.of(next++);
  }

  private synchronized void finished(Seed seed, Outcome outcome) {
    outcome.counts().forEach((what, count) -> counts.merge(what, count, Integer::sum));
    if (outcome.failure().isPresent()
        && failed.filter(first -> first.number() < seed.number()).isEmpty()) {
      failed = Optional.of(seed);
    }
    progress.accept(++done);
  }
}
