package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;

/** Whoever waits for datasets to be read. Called by several threads. */
public interface ReadProgress {
  /** Asked after every block: whether to stop reading. */
  boolean cancelled();

  /** So many more rows of a dataset are read. */
  void read(Dataset dataset, long rows);
}
