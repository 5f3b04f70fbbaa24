package io.reconciled.due;

import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A due table for tests of other stages; it survives what a test calls a crash. */
public final class InMemoryDueTable implements DueTable {
  private final Map<EntityName, Map<SharedKey, DueRow>> rows = new HashMap<>();

  @Override
  public synchronized void put(EntityName entity, Collection<DueRow> added) {
    added.forEach(row -> of(entity).put(row.key(), row));
  }

  @Override
  public synchronized void remove(EntityName entity, Collection<SharedKey> keys) {
    keys.forEach(of(entity)::remove);
  }

  @Override
  public synchronized List<DueRow> first(EntityName entity, int limit) {
    return of(entity).values().stream()
        .sorted(Comparator.comparing(DueRow::lookAt).thenComparing(DueRow::key))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean has(EntityName entity, SharedKey key) {
    return of(entity).containsKey(key);
  }

  @Override
  public synchronized long size(EntityName entity) {
    return of(entity).size();
  }

  private Map<SharedKey, DueRow> of(EntityName entity) {
    return rows.computeIfAbsent(entity, e -> new HashMap<>());
  }
}
