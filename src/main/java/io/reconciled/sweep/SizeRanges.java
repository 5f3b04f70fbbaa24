package io.reconciled.sweep;

import java.time.Duration;

/** How many rows a range may have, so that reading it takes about as long as it should. */
final class SizeRanges {
  private static final int MOST_GROWTH = 4;
  private static final long MOST = 4_000_000;
  private static final int NARROWER = 16;

  /** The last key of a range is not shown, for more rows may have it. */
  private static final long FEWEST = 2;

  private static final long NOT_NARROWED = Long.MAX_VALUE;
  private final Duration target;
  private long rows;
  private long narrowed = NOT_NARROWED;
  private long fewest = FEWEST;

  SizeRanges(SweepSettings settings) {
    this.target = settings.range();
    this.rows = settings.firstRows();
  }

  /** The limit for the next range. */
  long rows() {
    return Math.min(rows, narrowed);
  }

  /**
   * A range holds a row that cannot be read: the next is to have fewer, until that row is nearly
   * alone.
   *
   * @return false where there can be no fewer
   */
  boolean narrow() {
    if (rows() <= fewest) {
      return false;
    }
    narrowed = Math.max(fewest, rows() / NARROWER);
    return true;
  }

  /** A range that reached its limit took so long. */
  void took(Duration time) {
    if (narrowed != NOT_NARROWED) {
      narrowed = narrowed > rows / NARROWER ? NOT_NARROWED : narrowed * NARROWER;
      fewest = FEWEST;
      return;
    }
    double factor = (double) target.toNanos() / Math.max(1, time.toNanos());
    double bounded = Math.clamp(factor, 1.0 / MOST_GROWTH, MOST_GROWTH);
    rows = Math.clamp((long) (rows * bounded), 1, MOST);
  }

  /** More rows have one key than a range may have: the next must hold them all. */
  void grow() {
    if (narrowed == NOT_NARROWED) {
      rows = Math.multiplyExact(rows, MOST_GROWTH);
    } else {
      narrowed *= MOST_GROWTH;
      fewest = narrowed;
    }
  }
}
