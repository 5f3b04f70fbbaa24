package io.reconciled.simulation;

import io.reconciled.model.StoreName;
import java.time.Duration;

/**
 * One store of a landscape.
 *
 * @param followed whether it has a capture
 * @param latency of every answer
 * @param skew how far its clock is ahead of the daemon's; may be negative
 * @param flush how often its capture's acknowledgement is made durable
 */
record Place(StoreName store, boolean followed, Duration latency, Duration skew, Duration flush) {
  @Override
  public String toString() {
    return store
        + (followed ? "" : " (not followed)")
        + (latency.isZero() ? "" : ", answers after " + Times.text(latency))
        + (skew.isZero() ? "" : ", clock " + Times.text(skew) + " ahead");
  }
}
