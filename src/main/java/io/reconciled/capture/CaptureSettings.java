package io.reconciled.capture;

import java.time.Duration;

/**
 * How a capture is kept going.
 *
 * @param firstRetry the pause before the first restart; positive
 * @param longestRetry pauses double up to this one
 * @param silence how long an engine that sends a sign of life every half second may say nothing
 *     before it is taken for dead and restarted; while it starts, three times as long, and twice
 *     that with each start in a row that was given up
 */
public record CaptureSettings(Duration firstRetry, Duration longestRetry, Duration silence) {
  public static final CaptureSettings DEFAULT =
      new CaptureSettings(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(10));

  public CaptureSettings {
    if (!firstRetry.isPositive() || firstRetry.compareTo(longestRetry) > 0) {
      throw new IllegalArgumentException(
          "retries must start above zero and at most at the longest: "
              + firstRetry
              + ", "
              + longestRetry);
    }
    if (!silence.isPositive()) {
      throw new IllegalArgumentException("silence must be positive: " + silence);
    }
  }
}
