package io.reconciled.report;

import io.reconciled.discrepancy.FindDiscrepancies.Percentiles;
import java.time.Duration;

/** How long something took, over {@code count} occurrences. All but the count in seconds. */
public record Times(long count, double medianSeconds, double p95Seconds, double maxSeconds) {
  private static final double MILLIS_PER_SECOND = 1000.0;

  public static Times of(long count, Percentiles percentiles) {
    return new Times(
        count,
        seconds(percentiles.median()),
        seconds(percentiles.p95()),
        seconds(percentiles.max()));
  }

  /** Seconds with the precision of a millisecond. */
  public static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS_PER_SECOND;
  }
}
