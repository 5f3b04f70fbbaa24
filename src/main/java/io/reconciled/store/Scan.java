package io.reconciled.store;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyRange;

/**
 * What to stream.
 *
 * @param limit end after so many rows, at least 1; rows without a key do not count. Where it ends
 *     the stream, {@link Rows#cut} says so
 */
public record Scan(Dataset dataset, KeyRange range, Order order, long limit) {

  /** In what order rows are to come, and how the bounds of the range are to be understood. */
  public enum Order {
    /** That of {@link io.reconciled.model.SharedKey}. */
    SHARED_KEY,
    /**
     * Whatever the store can do at least cost, and in which it compares the bounds with its own
     * keys; rows of one key need not come together. There is no limit.
     */
    OWN
  }

  /** All rows of a range, in the order of their keys. */
  public static Scan of(Dataset dataset, KeyRange range) {
    return new Scan(dataset, range, Order.SHARED_KEY, Long.MAX_VALUE);
  }

  /** Rows from the start of a range, in the order of their keys. */
  public static Scan of(Dataset dataset, KeyRange range, long limit) {
    return new Scan(dataset, range, Order.SHARED_KEY, limit);
  }

  public boolean isLimited() {
    return limit != Long.MAX_VALUE;
  }
}
