package io.reconciled.due;

import io.reconciled.model.EntityName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The doubts that no sweep has settled yet, kept in the state database: a doubt outlives the daemon
 * that had it. All methods throw a {@link io.reconciled.model.ReconciledException} where the state
 * database fails.
 */
public interface Doubts {
  /**
   * Keeps them; durable when it returns. One that is known by entity, store and cause keeps its
   * {@code since}, and takes the new {@code raised} and {@code why}.
   */
  void raise(Collection<Doubt> doubts);

  /** Those that are not settled, oldest first. */
  List<Doubt> open();

  /** A sweep of all keys has come to its end; forgets what was raised before it began. */
  void settle(EntityName entity, Instant began);
}
