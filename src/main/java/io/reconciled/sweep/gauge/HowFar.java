package io.reconciled.sweep.gauge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a running sweep is.
 *
 * @param rows read so far, of all datasets
 * @param rowsPerSecond since its start, waits included
 * @param percent of the rows that its stores guess to have; empty where none does
 * @param remaining if it goes on as it did; empty where nothing is known, or it waits
 * @param waits why, where it waits at this moment
 */
public record HowFar(
    long rows,
    double rowsPerSecond,
    OptionalInt percent,
    Optional<Duration> remaining,
    List<Part> parts,
    List<String> waits) {
  private static final double MILLIS_PER_SECOND = 1000;
  private static final int PERCENT = 100;

  public HowFar {
    parts = List.copyOf(parts);
    waits = List.copyOf(waits);
  }

  /**
   * What is read from one store, or from several whose rows are counted together.
   *
   * @param estimated rows that there are; negative where nobody knows
   */
  public record Part(String store, long rows, long estimated) {
    boolean isEstimated() {
      return estimated >= 0;
    }

    /** An estimate may be too low; a sweep that runs is never done. */
    public OptionalInt percent() {
      return percentOf(rows, estimated);
    }
  }

  /**
   * Datasets move on together, so that those whose size is guessed speak for the others.
   *
   * @param elapsed since the sweep began
   */
  public static HowFar of(List<Part> parts, Duration elapsed, List<String> waits) {
    long rows = parts.stream().mapToLong(Part::rows).sum();
    long counted = parts.stream().filter(Part::isEstimated).mapToLong(Part::rows).sum();
    long estimated = parts.stream().filter(Part::isEstimated).mapToLong(Part::estimated).sum();
    return new HowFar(
        rows,
        rate(rows, elapsed),
        percentOf(counted, estimated),
        waits.isEmpty() ? remaining(counted, estimated, elapsed) : Optional.empty(),
        parts,
        waits);
  }

  /** Rows a second of a part, over the same time. */
  public double rowsPerSecond(Part part) {
    return rows == 0 ? 0 : rowsPerSecond * part.rows() / rows;
  }

  private static double rate(long rows, Duration elapsed) {
    return elapsed.isPositive() ? rows * MILLIS_PER_SECOND / Math.max(1, elapsed.toMillis()) : 0;
  }

  private static OptionalInt percentOf(long counted, long estimated) {
    return estimated <= 0
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.min(PERCENT - 1, counted * (double) PERCENT / estimated));
  }

  private static Optional<Duration> remaining(long counted, long estimated, Duration elapsed) {
    return counted <= 0 || counted >= estimated
        ? Optional.empty()
        : Optional.of(
            Duration.ofMillis(
                Math.round(elapsed.toMillis() * ((estimated - counted) / (double) counted))));
  }
}
