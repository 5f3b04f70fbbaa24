package io.reconciled.sweep.guest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when someone waits, or a test says so. */
final class FakeTime implements InstantSource {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private Duration passed = Duration.ZERO;
  private Duration longestWait = Duration.ZERO;

  Ticks ticks() {
    return new Ticks(() -> passed.toNanos(), this::await);
  }

  void pass(Duration time) {
    passed = passed.plus(time);
  }

  private void await(Duration time) {
    longestWait = time.compareTo(longestWait) > 0 ? time : longestWait;
    pass(time);
  }

  Duration passed() {
    return passed;
  }

  Duration longestWait() {
    return longestWait;
  }

  @Override
  public Instant instant() {
    return START.plus(passed);
  }
}
