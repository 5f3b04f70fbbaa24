package io.reconciled.due;

import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.List;

/** Passes every call on to another table; what extends it does one thing otherwise. */
public abstract class PassingDueTable implements DueTable {
  private final DueTable table;

  protected PassingDueTable(DueTable table) {
    this.table = table;
  }

  @Override
  public void put(EntityName entity, Collection<DueRow> rows) {
    table.put(entity, rows);
  }

  @Override
  public void remove(EntityName entity, Collection<SharedKey> keys) {
    table.remove(entity, keys);
  }

  @Override
  public List<DueRow> first(EntityName entity, int limit) {
    return table.first(entity, limit);
  }

  @Override
  public boolean has(EntityName entity, SharedKey key) {
    return table.has(entity, key);
  }

  @Override
  public long size(EntityName entity) {
    return table.size(entity);
  }
}
