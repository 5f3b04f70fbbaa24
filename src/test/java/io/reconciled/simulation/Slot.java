package io.reconciled.simulation;

import java.time.Duration;
import java.time.Instant;

/**
 * What is kept of how far a store's log was acknowledged: made durable from time to time only, so
 * that a crash may replay what was acknowledged already.
 */
final class Slot {
  private final Duration flush;
  private Instant flushed = Instant.MIN;
  private long acknowledged;
  private long durable;

  Slot(Duration flush) {
    this.flush = flush;
  }

  /** Where the first capture begins. */
  void beginAt(long offset) {
    acknowledged = offset;
    durable = offset;
  }

  void acknowledge(long offset) {
    acknowledged = offset;
  }

  boolean wantsFlush(Instant now) {
    return durable < acknowledged
        && (flushed.equals(Instant.MIN) || !now.isBefore(flushed.plus(flush)));
  }

  void flush(Instant now) {
    durable = acknowledged;
    flushed = now;
  }

  /** The last entry that will not be delivered again. */
  long acknowledged() {
    return acknowledged;
  }

  /** Where a capture goes on after a crash. */
  long durable() {
    return durable;
  }
}
