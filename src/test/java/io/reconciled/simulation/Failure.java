package io.reconciled.simulation;

import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What the daemon did wrong.
 *
 * @param key empty where it is about no single key
 */
record Failure(Check check, Optional<SharedKey> key, Instant at, String what) {

  /** What is promised, whatever happens. */
  enum Check {
    /**
     * Only what the stores disagreed on during the whole grace window before the confirming read,
     * with no move of the key within it, is confirmed.
     */
    NO_FALSE_ALARM,
    /** What stays wrong is confirmed, and what is right is not left open, once all is in reach. */
    NO_MISS,
    /** Nothing counts as seen that was not read, and no report says so. */
    NO_FALSE_GREEN,
    /** What is acknowledged to a store needs no replay: looked at, on record, or in the table. */
    POSITIONS,
    /** What waits in memory stays within its limits, and logs are not held back for long. */
    MEMORY,
    /** The daemon has an answer to everything that can happen; it never fails in another way. */
    FORESEEN;

    String inWords() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
