package io.reconciled.report;

import java.time.Instant;
import java.util.Optional;

/**
 * How sweeps get on with one store.
 *
 * @param closed why they are kept out of it at this moment
 * @param rows that they have read since the daemon started
 * @param rowsPerSecond over the last seconds
 */
public record SweepingState(Optional<Closed> closed, long rows, long rowsPerSecond) {
  public static final SweepingState IDLE = new SweepingState(Optional.empty(), 0, 0);

  /**
   * @param since when it began, or was first noticed
   */
  public record Closed(String why, Instant since) {}
}
