package io.reconciled.sweep;

import io.reconciled.due.DueQueue;
import io.reconciled.model.SharedKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands what differs to due, some keys at a time, up to a limit: where nearly everything differs,
 * the rest would only wait behind it. Safe for several threads.
 */
final class AskForLooks {
  private static final int BATCH = 500;
  private final DueQueue due;
  private final Duration grace;
  private final InstantSource clock;
  private final long limit;
  private final List<SharedKey> waiting = new ArrayList<>();
  private long asked;

  AskForLooks(DueQueue due, Duration grace, long limit, InstantSource clock) {
    this.due = due;
    this.grace = grace;
    this.limit = limit;
    this.clock = clock;
  }

  /** Whether the key is taken; not where it is beyond the limit. */
  synchronized boolean ask(SharedKey key) {
    if (asked == limit) {
      return false;
    }
    asked++;
    waiting.add(key);
    if (waiting.size() >= BATCH) {
      flush();
    }
    return true;
  }

  /** All that was taken is durable when it returns. */
  synchronized void flush() {
    if (!waiting.isEmpty()) {
      Instant now = clock.instant();
      due.ask(waiting, now, now.plus(grace));
      waiting.clear();
    }
  }
}
