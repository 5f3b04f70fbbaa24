package io.reconciled.store;

import io.reconciled.model.ReconciledException;

/** The daemon ends while somebody waits for rows: nothing may be concluded from those seen. */
public final class FetchInterrupted extends ReconciledException {
  private static final long serialVersionUID = 1L;

  public FetchInterrupted() {
    super("interrupted while waiting for rows");
  }
}
