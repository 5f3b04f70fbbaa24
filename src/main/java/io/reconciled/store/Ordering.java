package io.reconciled.store;

/**
 * How a store has the rows of a dataset in order.
 *
 * @param isShared whether they come in the order of {@link io.reconciled.model.SharedKey} without
 *     being sorted first
 * @param reason why, in words that follow the dataset's name
 */
public record Ordering(boolean isShared, String reason) {
  public static Ordering shared(String reason) {
    return new Ordering(true, reason);
  }

  public static Ordering own(String reason) {
    return new Ordering(false, reason);
  }
}
