package io.reconciled.app;

import io.reconciled.due.DueRow;
import io.reconciled.due.DueTable;
import io.reconciled.due.PassingDueTable;
import io.reconciled.model.EntityName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A table that remembers what was put into it, and when the first row came. */
final class WatchedDueTable extends PassingDueTable {
  private final Set<String> asked = new TreeSet<>();
  private Optional<Long> firstAt = Optional.empty();

  WatchedDueTable(DueTable table) {
    super(table);
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
    super.put(entity, rows);
    note(rows);
  }

  private synchronized void note(Collection<DueRow> rows) {
    rows.forEach(row -> asked.add(row.key().toString()));
    if (firstAt.isEmpty() && !rows.isEmpty()) {
      firstAt = Optional.of(System.nanoTime());
    }
  }
}
