package io.reconciled.report;

import io.reconciled.sweep.gauge.HowFar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a running sweep is.
 *
 * @param rows read so far
 * @param rowsPerSecond since its start, waits included
 * @param percent of what its stores guess to have; empty where none does
 * @param remainingSeconds if it goes on as it did; empty where nothing is known, or it waits
 * @param waits why, where it waits at this moment
 */
public record SweepProgressReport(
    long rows,
    double rowsPerSecond,
    Optional<Integer> percent,
    Optional<Double> remainingSeconds,
    List<OfStore> stores,
    List<String> waits) {

  public SweepProgressReport {
    stores = List.copyOf(stores);
    waits = List.copyOf(waits);
  }

  /**
   * @param store or several, where a dataset's shards lie in several
   */
  public record OfStore(String store, long rows, double rowsPerSecond, Optional<Integer> percent) {}

  static SweepProgressReport of(HowFar howFar) {
    return new SweepProgressReport(
        howFar.rows(),
        Math.round(howFar.rowsPerSecond()),
        boxed(howFar.percent()),
        howFar.remaining().map(Duration::toSeconds).map(Long::doubleValue),
        howFar.parts().stream()
            .map(part ->
                new OfStore(
                    part.store(),
                    part.rows(),
                    Math.round(howFar.rowsPerSecond(part)),
                    boxed(part.percent())))
            .toList(),
        howFar.waits());
  }

  private static Optional<Integer> boxed(OptionalInt percent) {
    return percent.isPresent() ? Optional.of(percent.getAsInt()) : Optional.empty();
  }
}
