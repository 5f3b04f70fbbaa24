package io.reconciled.sweep.guest;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A clock that only measures, and a way to let time pass.
 *
 * @param nanos of a source that never goes back
 * @param pause returns after this time, or somewhat earlier
 */
public record Ticks(LongSupplier nanos, Consumer<Duration> pause) {
  long now() {
    return nanos.getAsLong();
  }

  public void pass(Duration time) {
    pause.accept(time);
  }
}
