package io.reconciled.report;

import io.reconciled.due.Due;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueRow;
import io.reconciled.due.DueSettings;
import io.reconciled.due.DueTable;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Due keys of one entity whose table lasts as long as a test. */
public final class DueInMemory implements DueTable {
  private final TreeMap<SharedKey, DueRow> rows = new TreeMap<>();

  public static Due ofSubscriber() {
    DueSettings settings = DueSettings.withGrace(Duration.ofSeconds(5));
    return new Due(
        List.of(new DueQueue(SubscriberExample.SUBSCRIBER, settings, new DueInMemory())));
  }

  @Override
  public void put(EntityName entity, Collection<DueRow> more) {
    more.forEach(row -> rows.put(row.key(), row));
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
  public boolean has(EntityName entity, SharedKey key) {
    return rows.containsKey(key);
  }

  @Override
  public long size(EntityName entity) {
    return rows.size();
  }
}
