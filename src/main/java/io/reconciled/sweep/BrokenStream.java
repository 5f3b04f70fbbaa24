package io.reconciled.sweep;

import io.reconciled.model.DatasetName;
import io.reconciled.model.ReconciledException;
import io.reconciled.model.Unread;

/** A dataset's stream ended before its range did; never leaves a sweep. */
final class BrokenStream extends ReconciledException {
  private static final long serialVersionUID = 1L;
  private final transient DatasetName dataset;
  private final transient Unread why;

  BrokenStream(DatasetName dataset, Unread why) {
    super("dataset " + dataset + ": " + why.detail());
    this.dataset = dataset;
    this.why = why;
  }

  DatasetName dataset() {
    return dataset;
  }

  Unread why() {
    return why;
  }
}
