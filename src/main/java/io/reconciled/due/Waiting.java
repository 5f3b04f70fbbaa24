package io.reconciled.due;

import io.reconciled.model.EntityKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One key in the front of a {@link DueQueue}; guarded by the queue's lock. */
final class Waiting {
  final EntityKey key;
  final long ticket;
  final Map<StoreLog, Long> holds = new HashMap<>(2);
  Instant enteredAt;
  Instant lookAt;
  Instant quietSince;
  long moves;
  boolean inTable;

  /**
   * @param ticket unique among the queue's keys, so that equal times have an order
   */
  Waiting(EntityKey key, long ticket, Instant enteredAt, Instant lookAt) {
    this.key = key;
    this.ticket = ticket;
    this.enteredAt = enteredAt;
    this.lookAt = lookAt;
    this.quietSince = enteredAt;
  }

  Instant lookAt() {
    return lookAt;
  }

  long ticket() {
    return ticket;
  }

  /**
   * Holds the log from the first event on that has not been looked at: later ones lie behind it.
   */
  void hold(StoreLog log, long number) {
    if (holds.putIfAbsent(log, number) == null) {
      log.hold(number);
    }
  }

  /** Takes over what a look that could not finish held; the lower number of each log stays. */
  void inherit(Map<StoreLog, Long> earlier) {
    earlier.forEach((log, number) -> {
      Long mine = holds.put(log, number);
      if (mine != null) {
        log.release(mine);
      }
    });
    earlier.clear();
  }

  DueRow row() {
    return new DueRow(key.key(), lookAt, quietSince);
  }
}
