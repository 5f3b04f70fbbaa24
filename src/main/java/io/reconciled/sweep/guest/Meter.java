package io.reconciled.sweep.guest;

import java.util.Arrays;

/** Counts rows, and how many came a second of late. Guarded by its owner. */
final class Meter {
  private static final long SECOND = 1_000_000_000;
  private static final int SECONDS = 10;
  private final long started;
  private final long[] counts = new long[SECONDS];
  private long second;
  private long rows;

  Meter(long now) {
    this.started = now;
  }

  void count(int more, long now) {
    moveTo(now);
    counts[(int) (second % SECONDS)] += more;
    rows += more;
  }

  long rows() {
    return rows;
  }

  /** Over the last ten seconds, or as long as it has counted. */
  double perSecond(long now) {
    moveTo(now);
    double elapsed = (now - started) / (double) SECOND;
    double within = Math.min(elapsed, SECONDS - 1 + elapsed - Math.floor(elapsed));
    return Arrays.stream(counts).sum() / Math.max(1, within);
  }

  private void moveTo(long now) {
    long at = (now - started) / SECOND;
    for (long passed = second + 1; passed <= Math.min(at, second + SECONDS); passed++) {
      counts[(int) (passed % SECONDS)] = 0;
    }
    second = Math.max(second, at);
  }
}
