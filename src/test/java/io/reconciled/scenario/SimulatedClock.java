package io.reconciled.scenario;

import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is set. */
public final class SimulatedClock implements InstantSource {
  private Instant now;

  public SimulatedClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant time) {
    now = time;
  }
}
