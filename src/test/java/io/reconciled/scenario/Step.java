package io.reconciled.scenario;

import io.reconciled.discrepancy.Status;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What happens at one time of a scenario. */
sealed interface Step {

  /** Something happens in a store, or to it. */
  sealed interface InStore extends Step {
    StoreName store();
  }

  /** Leaves one row with the key. */
  record Put(StoreName store, SharedKey key, Map<String, Value> row) implements InStore {}

  /** Adds a row, whatever others have the key. */
  record Add(StoreName store, SharedKey key, Map<String, Value> row) implements InStore {}

  /** Leaves no row with the key. */
  record Remove(StoreName store, SharedKey key) implements InStore {}

  record Down(StoreName store) implements InStore {}

  record Up(StoreName store) implements InStore {}

  /** Every answer of the store takes so long. */
  record Slow(StoreName store, Duration latency) implements InStore {}

  /** Its capture delivers each change so long after its commit; empty: not at all. */
  record Lag(StoreName store, Optional<Duration> lag) implements InStore {}

  record Sweep() implements Step {}

  /** The daemon is killed, and another starts over the same state. */
  record Restart() implements Step {}

  /** The daemon's own database goes out of reach, or comes back. */
  record State(boolean up) implements Step {}

  /** Something must be so, once all that happens at this time has happened. */
  sealed interface Expect extends Step {}

  /** Nothing is suspected, confirmed or unverified. */
  record Nothing() implements Expect {}

  /**
   * @param finding in words; empty where the scenario leaves it open
   */
  record Found(SharedKey key, String rule, Status status, Optional<String> finding)
      implements Expect {}

  record Unverified(SharedKey key, String rule, UnverifiedReason reason) implements Expect {}

  record Unreachable(StoreName store) implements Expect {}

  /** So many incidents are not over. */
  record Incidents(int open) implements Expect {}
}
