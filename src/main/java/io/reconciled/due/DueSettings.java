package io.reconciled.due;

import java.time.Duration;

/**
 * @param grace how long a key rests after a move before it is looked at
 * @param busyAfter how long its clock may be restarted before it is looked at all the same
 * @param holdLimit how long a key may hold back its store's log before it is written to the table
 * @param memoryLimit how many keys of one entity wait in memory; more wait in the table
 */
public record DueSettings(Duration grace, Duration busyAfter, Duration holdLimit, int memoryLimit) {
  /**
   * Ten grace windows until busy, half a minute of log held back, at most a million keys in memory.
   */
  public static DueSettings withGrace(Duration grace) {
    return new DueSettings(grace, grace.multipliedBy(10), Duration.ofSeconds(30), 1_000_000);
  }

  /** With no more keys in memory than these. */
  public DueSettings atMost(int keys) {
    return new DueSettings(grace, busyAfter, holdLimit, Math.min(memoryLimit, keys));
  }
}
