package io.reconciled.due;

import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
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
   * {@code since}, and takes the new {@code raised} and {@code why}; it waits anew for its store's
   * log to be followed.
   */
  void raise(Collection<Doubt> doubts);

  /** Those that are not settled, oldest first. */
  List<Doubt> open();

  /**
   * The store's log is followed, and where it goes on after a crash is on record: a sweep that
   * begins later settles what was raised before.
   */
  void followed(StoreName store, Instant at);

  /**
   * A sweep of all keys has read every one of them; forgets what was raised, and followed again,
   * before it began.
   */
  void settle(EntityName entity, Instant began);
}
