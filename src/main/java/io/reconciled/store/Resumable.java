package io.reconciled.store;

import java.time.Instant;
import java.util.Optional;

/** Whether a log can be read on from a place. */
public sealed interface Resumable {
  /** Everything that was committed behind the place is still there to be read. */
  record FromThere() implements Resumable {}

  /**
   * Some of it will never be delivered.
   *
   * @param why one line for the operator, without stored values
   * @param since when the last change before the place was committed, by the store's clock, where
   *     the place says so
   */
  record Lost(String why, Optional<Instant> since) implements Resumable {}
}
