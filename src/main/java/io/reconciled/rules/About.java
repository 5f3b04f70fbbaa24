package io.reconciled.rules;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rule says of itself to those who are told that it is broken.
 *
 * @param owner who answers for it
 * @param labels free words to sort alerts by, in the order of the file
 * @param why why the rule exists: what goes wrong where it is broken
 * @param runbook where it is written what to do
 */
public record About(
    Severity severity,
    Optional<String> owner,
    List<String> labels,
    Optional<String> why,
    Optional<URI> runbook) {
  public static final About NOTHING =
      new About(Severity.WARNING, Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  public About {
    labels = List.copyOf(labels);
  }

  /** How much it matters that a rule is broken. */
  public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    /** As a rules file says it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
