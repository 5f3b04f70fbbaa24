package io.reconciled.due;

import io.reconciled.model.Position;
import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  private @Nullable Hold first;
  private @Nullable Hold last;
  private int held;
  private long delivered;
  private Optional<Position> passed = Optional.empty();
  private Optional<Instant> followedSince = Optional.empty();

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
    return first == null ? delivered : first.number - 1;
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

  /** From here on, every change in it is delivered. */
  public synchronized void followed(Instant since) {
    followedSince = Optional.of(since);
  }

  /** Changes in it may not be delivered, at least for now. */
  public synchronized void notFollowed() {
    followedSince = Optional.empty();
  }

  /** Since when every change in it has been delivered; empty while that is not so. */
  public synchronized Optional<Instant> followedSince() {
    return followedSince;
  }

  /** How many keys hold it back. */
  public synchronized int held() {
    return held;
  }

  /** Holds it from this event on. Numbers come in order, so the place is nearly always the last. */
  synchronized Hold hold(long number) {
    Hold hold = new Hold(this, number);
    Hold before = last;
    while (before != null && before.number > number) {
      before = before.before;
    }
    link(before, hold, before == null ? first : before.after);
    held++;
    return hold;
  }

  /** To be called once for each hold. */
  synchronized void release(Hold hold) {
    Hold before = hold.before;
    Hold after = hold.after;
    if (before == null) {
      first = after;
    } else {
      before.after = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.before = before;
    }
    held--;
  }

  private void link(@Nullable Hold before, Hold hold, @Nullable Hold after) {
    hold.before = before;
    hold.after = after;
    if (before == null) {
      first = hold;
    } else {
      before.after = hold;
    }
    if (after == null) {
      last = hold;
    } else {
      after.before = hold;
    }
  }

  /** Lets go of what a key held, log by log. */
  static void releaseAll(Collection<Hold> holds) {
    holds.forEach(hold -> hold.log.release(hold));
  }
}
