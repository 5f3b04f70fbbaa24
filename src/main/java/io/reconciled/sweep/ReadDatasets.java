package io.reconciled.sweep;

/** A way of bringing the rows of all datasets together. Used by one thread. */
interface ReadDatasets {
  /** Does what is to do, until nothing is left that can be read, or the sweep is cancelled. */
  void sweep(SweepProgress progress, MergeRange merge);
}
