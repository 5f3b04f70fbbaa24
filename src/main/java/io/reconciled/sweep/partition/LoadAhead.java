package io.reconciled.sweep.partition;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Gives out partitions, and has the next one read and sorted while its user compares the one
 * before. For one thread.
 */
public final class LoadAhead {
  private final Partitions partitions;
  private final Executor executor;
  private CompletableFuture<Optional<Partition>> ahead;

  /**
   * @param partitions closed by the caller, who waits thereby for one that is being loaded
   */
  public LoadAhead(Partitions partitions, Executor executor) {
    this.partitions = partitions;
    this.executor = executor;
    this.ahead = load();
  }

  /** The next partition, or none at the end. */
  public Optional<Partition> next() {
    Optional<Partition> next = ahead.join();
    if (next.isPresent()) {
      ahead = load();
    }
    return next;
  }

  private CompletableFuture<Optional<Partition>> load() {
    return CompletableFuture.supplyAsync(partitions::next, executor);
  }
}
