package io.reconciled.report;

import java.time.Instant;
import java.util.Optional;

/**
 * One store as it is at this moment.
 *
 * @param failure how it fails; empty while it answers
 */
public record StoreState(
    String store,
    String kind,
    boolean reachable,
    Optional<Failure> failure,
    CaptureState capture,
    LogState log,
    SweepingState sweeping) {

  /** Of whose log nothing is known. */
  public StoreState(
      String store,
      String kind,
      boolean reachable,
      Optional<Failure> failure,
      CaptureState capture,
      SweepingState sweeping) {
    this(store, kind, reachable, failure, capture, LogState.UNKNOWN, sweeping);
  }

  /**
   * @param since when it first failed without having answered since
   * @param detail one line for the operator, without values
   */
  public record Failure(Instant since, Gap.Reason reason, String detail) {}
}
