package io.reconciled.report;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a store's log waits for the daemon, as far as its user may see; empty where it cannot
 * be told.
 *
 * @param retainedBytes that the server keeps only for the daemon
 * @param behindBytes between what the daemon has acknowledged and the end of the log
 * @param leftSeconds of log between its oldest entry and what the daemon has passed
 * @param letGo how many times since it started the daemon has let go of a log that had become too
 *     long
 * @param lastLetGo the last of these times
 */
public record LogState(
    Optional<Long> retainedBytes,
    Optional<Long> behindBytes,
    Optional<Long> leftSeconds,
    long letGo,
    Optional<LetGo> lastLetGo) {
  /** Of a store whose log nobody follows, or that has not been asked yet. */
  public static final LogState UNKNOWN =
      new LogState(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());

  /**
   * @param why one line for the operator
   */
  public record LetGo(Instant at, String why) {}
}
