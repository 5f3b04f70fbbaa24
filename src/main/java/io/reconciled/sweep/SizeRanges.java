package io.reconciled.sweep;

import java.time.Duration;

/** How many rows a range may have, so that reading it takes about as long as it should. */
final class SizeRanges {
  private static final int MOST_GROWTH = 4;
  private static final long MOST = 4_000_000;
  private final Duration target;
  private long rows;

  SizeRanges(SweepSettings settings) {
    this.target = settings.range();
    this.rows = settings.firstRows();
  }

  /** The limit for the next range. */
  long rows() {
    return rows;
  }

  /** A range that reached its limit took so long. */
  void took(Duration time) {
    double factor = (double) target.toNanos() / Math.max(1, time.toNanos());
    double bounded = Math.clamp(factor, 1.0 / MOST_GROWTH, MOST_GROWTH);
    rows = Math.clamp((long) (rows * bounded), 1, MOST);
  }

  /** More rows have one key than a range may have: the next must hold them all. */
  void grow() {
    rows = Math.multiplyExact(rows, MOST_GROWTH);
  }
}
