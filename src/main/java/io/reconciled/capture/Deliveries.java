package io.reconciled.capture;

/** Takes what an engine delivers. All methods are called by the one thread that delivers. */
public interface Deliveries {
  /**
   * Takes one record in the order of the log; never throws for what is in it. Where the state
   * database fails, it may throw a {@link io.reconciled.model.ReconciledException}, and the record
   * must come again.
   *
   * @return its number, 1 and up without gaps
   * @throws io.reconciled.model.ReconciledException where no more keys can be kept: the record is
   *     not done with, and the engine must end, to deliver it again from its last position
   */
  long deliver(Delivered record);

  /** The last number up to which everything may be acknowledged to the store. */
  long released();
}
