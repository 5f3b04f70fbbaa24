package io.reconciled.sweep;

import io.reconciled.model.SharedKey;
import java.util.Optional;

/** A running sweep's link to whoever started it. */
public interface SweepProgress {
  SweepTally tally();

  /**
   * @param to the end of the range, exclusive; empty for the last
   */
  void rangeDone(Optional<SharedKey> to);

  boolean cancelled();
}
