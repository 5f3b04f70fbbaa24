package io.reconciled.sweep;

import io.reconciled.model.EntityName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sweeps on record, in the state database. All methods throw a {@link
 * io.reconciled.model.ReconciledException} where it fails.
 */
public interface SweepLog {
  /** A new sweep, running. */
  Sweep begin(EntityName entity, String asked, Instant at);

  /** A new sweep of what moved since it was last read, running. */
  Sweep beginOfMoved(EntityName entity, String asked, Instant at);

  /** Keeps counts and state of a sweep that is on record. */
  void update(Sweep sweep);

  Optional<Sweep> byId(long id);

  /** Newest first. */
  List<Sweep> latest(int limit);

  /** The last of all keys. */
  Optional<Sweep> lastOfAll(EntityName entity);

  /** The last of all keys that came to its end, complete or not. */
  Optional<Sweep> lastFinished(EntityName entity);

  /** Marks what still counts as running as broken off: its daemon is gone. */
  void breakOffRunning(Instant at);
}
