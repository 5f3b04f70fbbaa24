package io.reconciled.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class SettableClock implements InstantSource {
  private volatile Instant now;

  public SettableClock(String start) {
    this.now = Instant.parse(start);
  }

  @Override
  public Instant instant() {
    return now;
  }

  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
