package io.reconciled.due;

import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.List;

/**
 * Keys that must wait longer than a store's log should be held back, kept in the state database.
 * All methods throw a {@link io.reconciled.model.ReconciledException} where the state database
 * fails.
 */
public interface DueTable {
  /** Keeps the rows; a key that is there already takes the new times. Durable when it returns. */
  void put(EntityName entity, Collection<DueRow> rows);

  void remove(EntityName entity, Collection<SharedKey> keys);

  /** The first rows by the time of their look, at most {@code limit}. */
  List<DueRow> first(EntityName entity, int limit);

  /** Whether a row of this key waits. */
  boolean has(EntityName entity, SharedKey key);

  /** How many rows wait. */
  long size(EntityName entity);
}
