package io.reconciled.bench;

import java.util.Map;
import java.util.Set;

/**
 * One round of measurements of a client process; times in seconds, sizes in bytes.
 *
 * @param alone the raw stream of each store by itself
 * @param together the raw streams at once
 * @param bareMerge not a number where the streams have no common order
 * @param cpu of this process during the sweep, servers excluded
 * @param firstSuspect not a number where nothing was suspected
 */
record SweepRound(
    Map<String, Double> alone,
    double together,
    double bareMerge,
    double sweep,
    double cpu,
    double firstSuspect,
    long keys,
    long rows,
    String state,
    Set<String> suspects,
    Peak peak) {

  /**
   * The most memory during the sweep.
   *
   * @param live heap in use after a collection
   * @param heap heap taken from the system
   * @param direct buffers outside of the heap
   */
  record Peak(long live, long heap, long direct) {}
}
