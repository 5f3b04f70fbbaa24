package io.reconciled.store;

import io.reconciled.model.Image;

/** What became of a {@link ConditionalWrite}. */
public sealed interface WriteOutcome {

  record Applied() implements WriteOutcome {}

  /** Nothing was written: the row was not as expected. */
  record Refused(Image actual) implements WriteOutcome {}

  /** The answer was lost on the way: written or not, only another look can tell. */
  record Unknown(String cause) implements WriteOutcome {}
}
