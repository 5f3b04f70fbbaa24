package io.reconciled.due;

import io.reconciled.model.EntityKey;
import java.time.Duration;
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
  Instant movingSince;
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
    this.movingSince = enteredAt;
  }

  /** Its patience runs from its first move on, not from an older look that was put off. */
  void moved(Instant at) {
    movingSince = moves == 0 ? at : movingSince;
    quietSince = at;
    moves++;
  }

  /** The table does not say whether it moved before it went there; to say so costs one look. */
  void backFromTable() {
    inTable = true;
    moves = 1;
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
  void inherit(Waiting earlier) {
    earlier.holds.forEach((log, number) -> {
      Long mine = holds.put(log, number);
      if (mine != null) {
        log.release(mine);
      }
    });
    earlier.holds.clear();
  }

  boolean holdsSinceBefore(Instant time) {
    return !holds.isEmpty() && enteredAt.isBefore(time);
  }

  DueKey due(Instant now, Duration grace) {
    boolean busy = moves > 0 && now.isBefore(quietSince.plus(grace));
    return new DueKey(key, enteredAt, quietSince, moves, busy);
  }

  DueRow row() {
    return new DueRow(key.key(), lookAt, quietSince);
  }
}
