package io.reconciled.sweep;

/** A running sweep's link to whoever started it. */
public interface SweepProgress {
  SweepTally tally();

  PiecesToDo toDo();

  /** A range is done, or was given up for now: what is left changed. */
  void moved();

  /** Whether to leave off now; what is left then stays on record. */
  boolean cancelled();
}
