package io.reconciled.scenario;

import io.reconciled.discrepancy.Status;
import io.reconciled.model.Dataset;
import io.reconciled.model.EntityKey;
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

  /** What a dataset holds of a key changes. */
  sealed interface Write extends InStore {
    Dataset dataset();

    SharedKey key();

    @Override
    default StoreName store() {
      return dataset().store();
    }
  }

  /** A row is written. */
  sealed interface Row extends Write {
    /** By column or dotted path, as the store has it. */
    Map<String, Value> row();
  }

  /** Leaves one row with the key. */
  record Put(Dataset dataset, SharedKey key, Map<String, Value> row) implements Row {}

  /** Adds a row, whatever others have the key. */
  record Add(Dataset dataset, SharedKey key, Map<String, Value> row) implements Row {}

  /** Leaves no row with the key. */
  record Remove(Dataset dataset, SharedKey key) implements Write {}

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
  record Found(EntityKey key, String rule, Status status, Optional<String> finding)
      implements Expect {}

  /** It is on record as unverified, or a glance at this moment cannot tell. */
  record Unverified(EntityKey key, String rule, UnverifiedReason reason) implements Expect {}

  /** Nothing is open of it, and a glance at this moment finds that the rule holds. */
  record Consistent(EntityKey key, String rule) implements Expect {}

  record Unreachable(StoreName store) implements Expect {}

  /** So many incidents are not over. */
  record Incidents(int open) implements Expect {}
}
