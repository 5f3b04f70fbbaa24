package io.reconciled.due;

import io.reconciled.model.Position;
import io.reconciled.model.StoreName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One store's log of changes as capture follows it: what was delivered, what is held, and how far
 * it may be acknowledged.
 *
 * <p>Capture numbers the events it delivers, 1 and up; keys that an event moved hold its number
 * until they are finished, in any order. Only an unbroken prefix of finished events is ever
 * released, so a crash replays exactly what was not finished.
 */
public final class StoreLog {
  private final StoreName store;
  private final TreeMap<Long, Integer> held = new TreeMap<>();
  private long delivered;
  private Optional<Position> passed = Optional.empty();

  public StoreLog(StoreName store) {
    this.store = store;
  }

  public StoreName store() {
    return store;
  }

  /** The number of the next event; called by the one thread that delivers. */
  public synchronized long next() {
    return ++delivered;
  }

  /** The last number up to which nothing is held any more; called by the thread that delivers. */
  public synchronized long released() {
    return held.isEmpty() ? delivered : held.firstKey() - 1;
  }

  /** Everything in the log up to here has been delivered, and the keys it moved are due. */
  public synchronized void passed(Position position) {
    if (passed.isEmpty() || position.atOrAfter(passed.get())) {
      passed = Optional.of(position);
    }
  }

  /** How far capture has come; empty until the first event or heartbeat. */
  public synchronized Optional<Position> passed() {
    return passed;
  }

  /** Capture begins anew: what it will deliver first is not known to have passed anything. */
  public synchronized void restarted() {
    passed = Optional.empty();
  }

  /** How many events are held back by keys that are not finished. */
  public synchronized int held() {
    return held.size();
  }

  synchronized void hold(long number) {
    held.merge(number, 1, Integer::sum);
  }

  synchronized void release(long number) {
    held.computeIfPresent(number, (n, count) -> count == 1 ? null : count - 1);
  }

  /** Lets go of what a key held, log by log. */
  static void releaseAll(Map<StoreLog, Long> holds) {
    holds.forEach(StoreLog::release);
    holds.clear();
  }
}
