package io.reconciled.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Carries changes to one store when their time has come, on several connections at once; those of
 * one key in the order in which they were made.
 */
final class Propagate {
  private static final int CONNECTIONS = 4;
  private final AtomicLong slowest = new AtomicLong();
  private final List<DelayQueue<Change>> changes;
  private final List<CompletableFuture<Void>> carried;

  /** Opens a connection that changes are written to. */
  interface Store {
    Writer open() throws SQLException;
  }

  /** Writes changes to one store. */
  interface Writer extends AutoCloseable {
    void write(Change change) throws SQLException;

    @Override
    void close() throws SQLException;
  }

  /**
   * Starts carrying.
   *
   * @param name of its threads
   */
  Propagate(String name, Store store) {
    this.changes = IntStream.range(0, CONNECTIONS).mapToObj(i -> new DelayQueue<Change>()).toList();
    this.carried = changes.stream().map(queue -> start(name, store, queue)).toList();
  }

  private CompletableFuture<Void> start(String name, Store store, DelayQueue<Change> queue) {
    return CompletableFuture.runAsync(
        () -> carry(name, store, queue),
        task -> Thread.ofPlatform().name(name).daemon().start(task));
  }

  private void carry(String name, Store store, DelayQueue<Change> queue) {
    try (Writer writer = store.open()) {
      for (Change change = queue.take(); !change.isLast(); change = queue.take()) {
        writer.write(change);
        slowest.accumulateAndGet(System.nanoTime() - change.made(), Math::max);
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(name + " broke", e);
    }
  }

  void add(Change change) {
    changes.get(Math.floorMod(change.key().hashCode(), CONNECTIONS)).add(change);
  }

  /** How long the slowest change took from crm to here. */
  Duration slowest() {
    return Duration.ofNanos(slowest.get());
  }

  /** Returns when all that was added has arrived. */
  void finish(Change last) {
    changes.forEach(queue -> queue.add(last));
    carried.forEach(CompletableFuture::join);
  }
}
