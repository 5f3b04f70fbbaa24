package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.store.Ordering;

/**
 * What is known of a dataset before it is read.
 *
 * @param rows about how many it has
 * @param bytesPerRow about how many each takes, as it is compared
 */
public record DatasetPlan(Dataset dataset, Ordering ordering, long rows, long bytesPerRow) {
  /** About how many bytes all rows take. */
  public long bytes() {
    return rows * bytesPerRow;
  }
}
