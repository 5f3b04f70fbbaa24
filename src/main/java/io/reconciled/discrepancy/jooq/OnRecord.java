package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static io.reconciled.discrepancy.jooq.generated.Tables.SIGHTING;

import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Status;
import io.reconciled.discrepancy.jooq.generated.tables.records.DiscrepancyRecord;
import io.reconciled.state.jooq.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** What is on record of the keys that a list of events speaks of. */
final class OnRecord {
  private final DSLContext transaction;
  private final List<DiscrepancyRecord> open = new ArrayList<>();
  private final Set<Entry> entries = new HashSet<>();

  private OnRecord(DSLContext transaction) {
    this.transaction = transaction;
  }

  private record Entry(Subject subject, Status status, Instant at) {}

  static OnRecord of(List<LifeEvent> events, DSLContext transaction) {
    OnRecord onRecord = new OnRecord(transaction);
    if (!events.isEmpty()) {
      Map<String, TreeSet<String>> keys =
          events.stream()
              .map(Subject::of)
              .collect(
                  Collectors.groupingBy(
                      Subject::entity,
                      Collectors.mapping(Subject::key, Collectors.toCollection(TreeSet::new))));
      List<Instant> times = events.stream().map(event -> Micros.of(event.at())).toList();
      keys.forEach((entity, ofEntity) -> onRecord.load(entity, ofEntity, times));
    }
    return onRecord;
  }

  List<DiscrepancyRecord> open() {
    return open;
  }

  /** Whether an event that would leave this entry was recorded before. */
  boolean has(Subject subject, Status status, Instant at) {
    return entries.contains(new Entry(subject, status, at));
  }

  private void load(String entity, Set<String> keys, List<Instant> times) {
    AskedKeys asked = AskedKeys.of(keys);
    loadOpen(entity, asked);
    loadEntries(entity, asked, Collections.min(times), Collections.max(times));
  }

  private void loadOpen(String entity, AskedKeys asked) {
    open.addAll(open(entity, asked, transaction));
  }

  /** What is open of these keys. */
  static List<DiscrepancyRecord> open(String entity, AskedKeys asked, DSLContext query) {
    return query
        .select(DISCREPANCY.fields())
        .from(asked.table())
        .join(DISCREPANCY)
        .on(DISCREPANCY.SHARED_KEY.eq(asked.key()))
        .where(DISCREPANCY.ENTITY.eq(entity))
        .and(DISCREPANCY.IS_OPEN.eq(true))
        .fetchInto(DISCREPANCY);
  }

  private void loadEntries(String entity, AskedKeys asked, Instant from, Instant to) {
    transaction
        .select(DISCREPANCY.SHARED_KEY, DISCREPANCY.RULE, SIGHTING.STATUS, SIGHTING.SEEN_AT)
        .from(asked.table())
        .join(DISCREPANCY)
        .on(DISCREPANCY.SHARED_KEY.eq(asked.key()))
        .join(SIGHTING)
        .on(SIGHTING.DISCREPANCY.eq(DISCREPANCY.ID))
        .where(DISCREPANCY.ENTITY.eq(entity))
        .and(SIGHTING.SEEN_AT.between(from, to))
        .forEach(row ->
            entries.add(
                new Entry(
                    new Subject(entity, row.value1(), row.value2()), row.value3(), row.value4())));
  }
}
