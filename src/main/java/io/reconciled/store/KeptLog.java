package io.reconciled.store;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much of a store's log waits for the daemon, at one moment and as far as its user may see.
 *
 * @param retained bytes that the server keeps only because the daemon has not acknowledged them;
 *     empty for a kind of store that keeps its log for so long, whoever reads it
 * @param behind bytes between what the daemon has acknowledged and the end of the log
 * @param left how much of the log, by its own times, lies between its oldest entry and what the
 *     daemon has passed; at zero, what the daemon needs next is no longer there
 */
public record KeptLog(OptionalLong retained, OptionalLong behind, Optional<Duration> left) {
  /** Nothing can be told. */
  public static final KeptLog UNKNOWN =
      new KeptLog(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
}
