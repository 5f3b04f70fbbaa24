package io.reconciled.sweep;

import io.reconciled.model.ReconciledException;

/** The daemon ends while a sweep waits for rows; what was not done is on record as left to do. */
final class SweepInterrupted extends ReconciledException {
  private static final long serialVersionUID = 1L;

  SweepInterrupted() {
    super("the sweep was interrupted");
  }
}
