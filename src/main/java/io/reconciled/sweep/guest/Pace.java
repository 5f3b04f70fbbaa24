package io.reconciled.sweep.guest;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How fast one store's rows may be read, by all sweeps together. Rows are paid for after they have
 * come, each with its share of a second. Safe for many threads.
 */
final class Pace {
  /** So long is one wait at most, so that whoever waits hears soon that it is cancelled. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** Rows for so long may come at once after a rest. */
  private static final Duration BURST = Duration.ofMillis(100);

  private static final double SECOND = 1e9;
  private final OptionalInt rowsPerSecond;
  private final Ticks ticks;
  private final Meter meter;
  private long paidUntil;

  Pace(OptionalInt rowsPerSecond, Ticks ticks) {
    this.rowsPerSecond = rowsPerSecond;
    this.ticks = ticks;
    this.meter = new Meter(ticks.now());
    this.paidUntil = ticks.now() - BURST.toNanos();
  }

  /** Counts rows that came, and holds their reader back; at most {@link #LONGEST_WAIT}. */
  void rows(int rows) {
    Duration wait = pay(rows);
    if (wait.isPositive()) {
      ticks.pass(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
  }

  private synchronized Duration pay(int rows) {
    meter.count(rows, ticks.now());
    if (rowsPerSecond.isEmpty()) {
      return Duration.ZERO;
    }
    long rested = ticks.now() - BURST.toNanos();
    paidUntil = Math.max(paidUntil, rested) + Math.round(rows * SECOND / rowsPerSecond.getAsInt());
    return Duration.ofNanos(Math.max(0, paidUntil - ticks.now()));
  }

  /** Why nothing more may be read: more has come than one wait pays for. */
  synchronized Optional<String> exceeded() {
    return rowsPerSecond.isPresent() && paidUntil - ticks.now() > LONGEST_WAIT.toNanos()
        ? Optional.of(
            "its limit of %,d rows a second is used up".formatted(rowsPerSecond.getAsInt()))
        : Optional.empty();
  }

  synchronized long rows() {
    return meter.rows();
  }

  /** Over the last seconds. */
  synchronized double rowsPerSecond() {
    return meter.perSecond(ticks.now());
  }
}
