package io.reconciled.sweep;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Hold {
  void on(Duration time);
}
