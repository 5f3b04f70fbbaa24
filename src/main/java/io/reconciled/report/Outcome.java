package io.reconciled.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;

/** What a report comes to, in one word; also the exit code of the command line. */
public enum Outcome {
  /** Everything was verified, and every rule holds. */
  CONSISTENT(0),
  /** At least one discrepancy is confirmed. */
  INCONSISTENT(1),
  /** Nothing is confirmed, but something could not be verified. */
  UNVERIFIED(2);

  /** The header of an answer in plain text that tells it to programs. */
  public static final String HEADER = "Reconciled-Verdict";

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A suspicion decides nothing: it may still heal. */
  static Outcome of(Collection<RuleReport> rules) {
    if (rules.stream().anyMatch(rule -> rule.confirmed() > 0)) {
      return INCONSISTENT;
    }
    return rules.stream().allMatch(rule -> rule.gaps().isEmpty()) ? CONSISTENT : UNVERIFIED;
  }
}
