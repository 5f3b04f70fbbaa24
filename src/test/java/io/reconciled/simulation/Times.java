package io.reconciled.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Time in a simulation, from its start on. */
final class Times {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final double MILLIS = 1000.0;

  private Times() {}

  static Duration since(Instant at) {
    return Duration.between(START, at);
  }

  /** In seconds, as scenarios have it: {@code 12.35s}. */
  static String text(Duration time) {
    String seconds = String.format(Locale.ROOT, "%.3f", time.toMillis() / MILLIS);
    return seconds.replaceFirst("\\.?0+$", "") + "s";
  }

  static String text(Instant at) {
    return text(since(at));
  }
}
