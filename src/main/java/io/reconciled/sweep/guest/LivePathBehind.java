package io.reconciled.sweep.guest;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at what moved, or was suspected, come too late: they go before sweeps.
 *
 * @param overdue for how long the key that is longest overdue for a look has been so
 */
record LivePathBehind(Supplier<Duration> overdue, Duration limit) implements Barrier {
  @Override
  public Optional<String> why() {
    Duration late = overdue.get();
    return late.compareTo(limit) > 0
        ? Optional.of("looks are %d s overdue, and go first".formatted(late.toSeconds()))
        : Optional.empty();
  }
}
