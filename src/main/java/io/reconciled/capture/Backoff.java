package io.reconciled.capture;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between restarts: they double, and each is shortened by a random part of up to a half, so
 * that captures that failed together do not come back together.
 */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  Backoff(CaptureSettings settings, RandomGenerator random) {
    this.first = settings.firstRetry();
    this.longest = settings.longestRetry();
    this.random = random;
    this.next = first;
  }

  Duration next() {
    Duration full = next;
    Duration doubled = full.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return Duration.ofMillis(Math.round(full.toMillis() * (1 - random.nextDouble() / 2)));
  }

  void reset() {
    next = first;
  }
}
