package io.reconciled.simulation;

import io.reconciled.due.DueRow;
import io.reconciled.due.DueTable;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.List;

/** A due table that the daemon may die at, and that fails with the state database. */
record TouchedDueTable(DueTable table, Boundary boundary) implements DueTable {
  @Override
  public void put(EntityName entity, Collection<DueRow> rows) {
    boundary.write(() -> table.put(entity, rows));
  }

  @Override
  public void remove(EntityName entity, Collection<SharedKey> keys) {
    boundary.write(() -> table.remove(entity, keys));
  }

  @Override
  public List<DueRow> first(EntityName entity, int limit) {
    return boundary.read(() -> table.first(entity, limit));
  }

  @Override
  public boolean has(EntityName entity, SharedKey key) {
    return boundary.read(() -> table.has(entity, key));
  }

  @Override
  public long size(EntityName entity) {
    return boundary.read(() -> table.size(entity));
  }
}
