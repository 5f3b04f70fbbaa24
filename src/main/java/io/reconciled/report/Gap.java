package io.reconciled.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.reconciled.due.Doubt;
import io.reconciled.model.UnverifiedReason;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something of a rule that could not be verified.
 *
 * @param dataset empty where no single dataset is at fault
 * @param keys how many keys it concerns, where that is known
 * @param detail one line for the operator, without values
 */
public record Gap(
    Reason reason,
    Optional<String> dataset,
    Optional<String> store,
    Optional<Instant> since,
    Optional<Long> keys,
    String detail) {

  /** Why something could not be verified: a look's reasons, and those that lie in sweeps. */
  public enum Reason {
    UNREACHABLE,
    MISCONFIGURED,
    BEHIND,
    BUSY,
    TYPE,
    DUPLICATE,
    /** No sweep has come to its end yet, so keys that never moved were never looked at. */
    NEVER_SWEPT,
    /** The last sweep could not read all of the dataset. */
    SWEEP_INCOMPLETE,
    /** A store's log no longer holds changes that were not read: they will never be seen. */
    LOG_LOST,
    /** A table was emptied, dropped or replaced at once, and not swept since. */
    EMPTIED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The word as people read it. */
    public String spoken() {
      return word().replace('_', ' ');
    }

    public static Reason of(Doubt.Cause cause) {
      return switch (cause) {
        case LOG_LOST -> LOG_LOST;
        case EMPTIED -> EMPTIED;
      };
    }

    public static Reason of(UnverifiedReason reason) {
      return switch (reason) {
        case UNREACHABLE -> UNREACHABLE;
        case MISCONFIGURED -> MISCONFIGURED;
        case BEHIND -> BEHIND;
        case BUSY -> BUSY;
        case TYPE -> TYPE;
        case DUPLICATE -> DUPLICATE;
      };
    }
  }
}
