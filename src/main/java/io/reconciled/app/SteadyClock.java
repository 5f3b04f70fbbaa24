package io.reconciled.app;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of day at start-up, carried on by a monotonic source: a machine whose clock is set while
 * the daemon runs neither shortens nor stretches a grace window.
 */
final class SteadyClock implements InstantSource {
  private final Instant started = Instant.now();
  private final long startedNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return started.plusNanos(System.nanoTime() - startedNanos);
  }
}
