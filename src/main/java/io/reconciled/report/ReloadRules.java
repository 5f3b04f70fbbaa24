package io.reconciled.report;

import java.time.Instant;

/** Reads the files again and puts them in force as a whole, or leaves everything as it is. */
@FunctionalInterface
public interface ReloadRules {
  /** Returns when the new rules are in force, or when it is clear that they will not be. */
  Reloaded reload();

  /** What came of it. */
  sealed interface Reloaded {
    /**
     * The files as they are now are in force.
     *
     * @param since when they were read
     * @param changes none where they were in force before
     */
    record InForce(Instant since, RuleChanges changes) implements Reloaded {}

    /** The rules before them stay in force. */
    record Refused(RefusedFiles files) implements Reloaded {}
  }
}
