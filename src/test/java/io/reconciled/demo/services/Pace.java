package io.reconciled.demo.services;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next change should be: so many a second by the clock, whatever each of them takes. A
 * short hold-up is caught up; what a long one cost is let go, so that it ends in no burst.
 */
final class Pace {

  private static final Duration CAUGHT_UP = Duration.ofSeconds(2);

  private final Duration between;
  private Instant next;

  /**
   * @param perSecond 1 or more
   */
  Pace(int perSecond, Instant start) {
    between = Duration.ofSeconds(1).dividedBy(perSecond);
    next = start;
  }

  /** How long to wait for the next change; zero or less where it is late. */
  Duration untilNext(Instant now) {
    Instant earliest = now.minus(CAUGHT_UP);
    if (next.isBefore(earliest)) {
      next = earliest;
    }
    Duration wait = Duration.between(now, next);
    next = next.plus(between);
    return wait;
  }
}
