package io.reconciled.app;

import io.reconciled.due.DueRow;
import io.reconciled.due.DueTable;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A table that remembers what was put into it, and when the first row came. */
final class WatchedDueTable implements DueTable {
  private final DueTable table;
  private final Set<String> asked = new TreeSet<>();
  private Optional<Long> firstAt = Optional.empty();

  WatchedDueTable(DueTable table) {
    this.table = table;
  }

  /** Forgets what came before. */
  synchronized void watch() {
    asked.clear();
    firstAt = Optional.empty();
  }

  synchronized Set<String> asked() {
    return Set.copyOf(asked);
  }

  /** By {@link System#nanoTime}. */
  synchronized Optional<Long> firstAt() {
    return firstAt;
  }

  @Override
  public void put(EntityName entity, Collection<DueRow> rows) {
    table.put(entity, rows);
    note(rows);
  }

  private synchronized void note(Collection<DueRow> rows) {
    rows.forEach(row -> asked.add(row.key().toString()));
    if (firstAt.isEmpty() && !rows.isEmpty()) {
      firstAt = Optional.of(System.nanoTime());
    }
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
