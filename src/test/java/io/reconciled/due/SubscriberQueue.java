package io.reconciled.due;

import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A queue of subscribers whose keys are numbers, with a table, under two logs. It holds four keys
 * in memory; its grace window is 5 seconds, a key is busy after 50 and holds a log for 30 at most.
 * Its clock is told in seconds from zero on.
 */
final class SubscriberQueue {
  static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final DueSettings SETTINGS =
      new DueSettings(Duration.ofSeconds(5), Duration.ofSeconds(50), Duration.ofSeconds(30), 4);

  final InMemoryDueTable table = new InMemoryDueTable();
  final StoreLog crm = new StoreLog(new StoreName("crm"));
  final StoreLog billing = new StoreLog(new StoreName("billing"));
  private DueQueue queue = new DueQueue(SUBSCRIBER, SETTINGS, table);

  /** Only the table is left. */
  void crash() {
    queue = new DueQueue(SUBSCRIBER, SETTINGS, table);
  }

  void move(long key, double second, StoreLog log) {
    queue.moved(key(key), at(second), log, log.next());
  }

  /** Moves so many keys, which memory may not hold. */
  void fill(int first, int count, int second) {
    for (int key = first; key < first + count; key++) {
      move(key, second, billing);
    }
  }

  void ask(long key, double second, double lookAt) {
    queue.ask(List.of(SharedKey.of(key)), at(second), at(lookAt));
  }

  List<DueKey> take(double second) {
    return take(second, 100);
  }

  List<DueKey> take(double second, int limit) {
    return queue.take(at(second), limit);
  }

  void finished(DueKey taken) {
    queue.finished(taken);
  }

  void later(DueKey taken, double lookAt, boolean durable) {
    queue.later(taken, at(lookAt), durable);
  }

  void putBack(DueKey taken, double lookAt) {
    queue.putBack(taken, at(lookAt));
  }

  void spill(double second) {
    queue.spill(at(second));
  }

  /** Takes and finishes what is due at this second, until nothing is; returns it. */
  List<EntityKey> drain(double second) {
    List<EntityKey> seen = new ArrayList<>();
    for (List<DueKey> keys = take(second); !keys.isEmpty(); keys = take(second)) {
      keys.forEach(queue::finished);
      keys.forEach(key -> seen.add(key.key()));
    }
    spill(second);
    return seen;
  }

  boolean movedSinceTaken(long key) {
    return queue.movedSinceTaken(key(key));
  }

  boolean isInTable(long key) {
    return table.has(SUBSCRIBER, SharedKey.of(key));
  }

  Duration overdue(double second) {
    return queue.overdue(at(second));
  }

  int waiting() {
    return queue.waiting();
  }

  int inHand() {
    return queue.inHand();
  }

  static List<EntityKey> keys(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(SubscriberQueue::key).toList();
  }

  static EntityKey key(long key) {
    return new EntityKey(SUBSCRIBER, SharedKey.of(key));
  }

  static Instant at(double second) {
    return T0.plusMillis(Math.round(second * 1000));
  }
}
