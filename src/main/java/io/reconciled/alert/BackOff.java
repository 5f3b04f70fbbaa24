package io.reconciled.alert;

import java.time.Duration;
import java.time.Instant;

/** How long a sink that fails is left alone. Used by one thread at a time. */
final class BackOff {
  private final AlertSettings settings;
  private Duration pause;
  private Instant until = Instant.MIN;

  BackOff(AlertSettings settings) {
    this.settings = settings;
    this.pause = settings.firstBackOff();
  }

  boolean over(Instant now) {
    return !now.isBefore(until);
  }

  /** Returns how long the sink is left alone. */
  Duration failed(Instant now) {
    Duration taken = pause;
    until = now.plus(taken);
    Duration doubled = taken.multipliedBy(2);
    pause = doubled.compareTo(settings.longestBackOff()) < 0 ? doubled : settings.longestBackOff();
    return taken;
  }

  void succeeded() {
    pause = settings.firstBackOff();
    until = Instant.MIN;
  }
}
