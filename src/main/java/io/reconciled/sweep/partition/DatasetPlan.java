package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.model.Unread;
import io.reconciled.store.Ordering;
import java.util.Optional;

/**
 * What is known of a dataset before it is read.
 *
 * @param rows about how many it has
 * @param bytesPerRow about how many each takes, as it is compared
 * @param unread why its store could not be asked; what is said of it then is a guess
 */
public record DatasetPlan(
    Dataset dataset, Ordering ordering, long rows, long bytesPerRow, Optional<Unread> unread) {
  static final long ROWS = 1_000_000;
  static final long BYTES_PER_ROW = 128;

  /**
   * A store that cannot be asked does not decide how datasets are brought together: it is read in
   * the order of shared keys, which any store can do, or is named as it fails again.
   */
  static DatasetPlan unknown(Dataset dataset, Unread why) {
    return new DatasetPlan(
        dataset, Ordering.shared("could not be asked"), ROWS, BYTES_PER_ROW, Optional.of(why));
  }

  /** About how many bytes all rows take. */
  public long bytes() {
    return rows * bytesPerRow;
  }
}
