package io.reconciled.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long the writes of some time took. */
final class WriteLatencies {
  private static final double NANOS_PER_MILLI = 1e6;
  private final Duration time;
  private final List<Duration> sorted;

  private WriteLatencies(Duration time, List<Duration> sorted) {
    this.time = time;
    this.sorted = sorted;
  }

  static WriteLatencies between(Instant from, Instant to, List<Writes.Written> written) {
    return new WriteLatencies(
        Duration.between(from, to),
        written.stream()
            .filter(write -> !write.at().isBefore(from) && write.at().isBefore(to))
            .map(Writes.Written::took)
            .sorted()
            .toList());
  }

  double perSecond() {
    return sorted.size() / (time.toMillis() / 1_000.0);
  }

  /** Not a number where nothing was written. */
  double millis(double part) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) (part * (sorted.size() - 1))).toNanos() / NANOS_PER_MILLI;
  }
}
