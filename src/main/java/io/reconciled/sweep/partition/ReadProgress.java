package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.sweep.guest.Turn;
import java.util.Optional;

/** Whoever waits for datasets to be read. Called by several threads. */
public interface ReadProgress {
  /** Waits until a range of a dataset may be read; empty where the sweep is cancelled. */
  Optional<Turn> turn(Dataset dataset);

  /** Asked after every block: whether to stop reading. */
  boolean cancelled();

  /** So many more rows of a dataset are read. */
  void read(Dataset dataset, long rows);
}
