package io.reconciled.due;

import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StateUnavailable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** A table of a state database that is down. */
public final class BrokenDueTable implements DueTable {
  @Override
  public void put(EntityName entity, Collection<DueRow> rows) {
    throw down();
  }

  @Override
  public void remove(EntityName entity, Collection<SharedKey> keys) {
    throw down();
  }

  @Override
  public List<DueRow> first(EntityName entity, int limit) {
    throw down();
  }

  @Override
  public boolean has(EntityName entity, SharedKey key) {
    throw down();
  }

  @Override
  public long size(EntityName entity) {
    throw down();
  }

  private static StateUnavailable down() {
    return new StateUnavailable("down", new SQLException("down"));
  }
}
