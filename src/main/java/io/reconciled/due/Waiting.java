package io.reconciled.due;

import io.reconciled.model.EntityKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One key in the front of a {@link DueQueue}; guarded by the queue's lock. */
final class Waiting {
  final EntityKey key;
  final long ticket;

  /** Its neighbours in the {@link Agenda}, where it is in a chain there. */
  @Nullable Waiting before;

  @Nullable Waiting after;
  boolean inChain;

  /** At most one for each log. */
  private List<Hold> holds = List.of();

  Instant enteredAt;
  Instant lookAt;
  Instant quietSince;
  Instant movingSince;
  long moves;

  /** Whether its moves are those that were seen, and not only taken for granted. */
  private boolean movesSeen;

  boolean inTable;

  /** While it is in hand: the wait that a move began meanwhile, where that is in the table only. */
  @Nullable Waiting spilled;

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
    movesSeen = true;
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
    if (holds.isEmpty()) {
      holds = List.of(log.hold(number));
    } else if (holds.stream().noneMatch(hold -> hold.log == log)) {
      holds = new ArrayList<>(holds);
      holds.add(log.hold(number));
    }
  }

  /** Takes over what a look that could not finish held; the lower number of each log stays. */
  void inherit(Waiting earlier) {
    List<Hold> all = new ArrayList<>(earlier.holds);
    for (Hold mine : holds) {
      if (all.stream().noneMatch(hold -> hold.log == mine.log)) {
        all.add(mine);
      } else {
        mine.log.release(mine);
      }
    }
    holds = all;
    earlier.holds = List.of();
  }

  void release() {
    StoreLog.releaseAll(holds);
    holds = List.of();
  }

  boolean holds() {
    return !holds.isEmpty();
  }

  DueKey due(Instant now, Duration grace) {
    boolean busy = movesSeen && now.isBefore(quietSince.plus(grace));
    return new DueKey(key, enteredAt, quietSince, moves, busy);
  }

  DueRow row() {
    return new DueRow(key.key(), lookAt, quietSince);
  }
}
