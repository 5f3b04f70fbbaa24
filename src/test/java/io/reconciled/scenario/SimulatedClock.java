package io.reconciled.scenario;

import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is set. */
final class SimulatedClock implements InstantSource {
  private Instant now;

  SimulatedClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant time) {
    now = time;
  }
}
