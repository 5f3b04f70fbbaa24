package io.reconciled.sweep;

/**
 * @param rowsPerRange about how many rows of the first dataset make a range, at least 1: each range
 *     is one short read of every store
 */
public record SweepSettings(int rowsPerRange) {
  public static final SweepSettings DEFAULT = new SweepSettings(50_000);
}
