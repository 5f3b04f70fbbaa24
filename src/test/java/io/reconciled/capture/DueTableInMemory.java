package io.reconciled.capture;

import io.reconciled.due.DueRow;
import io.reconciled.due.DueTable;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A due table for one entity. */
final class DueTableInMemory implements DueTable {
  private final Map<SharedKey, DueRow> rows = new ConcurrentHashMap<>();

  @Override
  public void put(EntityName entity, Collection<DueRow> added) {
    added.forEach(row -> rows.put(row.key(), row));
  }

  @Override
  public void remove(EntityName entity, Collection<SharedKey> keys) {
    keys.forEach(rows::remove);
  }

  @Override
  public List<DueRow> first(EntityName entity, int limit) {
    return rows.values().stream()
        .sorted(Comparator.comparing(DueRow::lookAt))
        .limit(limit)
        .toList();
  }

  @Override
  public long size(EntityName entity) {
    return rows.size();
  }
}
