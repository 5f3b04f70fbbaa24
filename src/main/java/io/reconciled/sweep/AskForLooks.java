package io.reconciled.sweep;

import io.reconciled.due.DueQueue;
import io.reconciled.model.SharedKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Hands what differs to due, some keys at a time. Used by one thread. */
final class AskForLooks {
  private static final int BATCH = 500;
  private final DueQueue due;
  private final Duration grace;
  private final InstantSource clock;
  private final List<SharedKey> waiting = new ArrayList<>();

  AskForLooks(DueQueue due, Duration grace, InstantSource clock) {
    this.due = due;
    this.grace = grace;
    this.clock = clock;
  }

  void ask(SharedKey key) {
    waiting.add(key);
    if (waiting.size() >= BATCH) {
      flush();
    }
  }

  /** Durable when it returns. */
  void flush() {
    if (!waiting.isEmpty()) {
      Instant now = clock.instant();
      due.ask(waiting, now, now.plus(grace));
      waiting.clear();
    }
  }
}
