package io.reconciled.compare;

import io.reconciled.model.UnverifiedReason;

/** What one rule says of one key. */
public sealed interface Verdict {

  /** Everything the rule speaks of was read, and it holds. */
  record Consistent() implements Verdict {}

  /** Datasets that were read break the rule, whatever others that could not be read hold. */
  record Inconsistent(Finding finding) implements Verdict {}

  /**
   * Nothing can be said.
   *
   * @param detail one line for the operator, without values
   */
  record Unverified(UnverifiedReason reason, String detail) implements Verdict {}

  Verdict CONSISTENT = new Consistent();
}
