package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static io.reconciled.discrepancy.jooq.generated.Tables.UNVERIFIED_KEY;

import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.Standing;
import io.reconciled.discrepancy.Status;
import io.reconciled.discrepancy.jooq.generated.tables.records.DiscrepancyRecord;
import io.reconciled.discrepancy.jooq.generated.tables.records.UnverifiedKeyRecord;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.state.jooq.KeyText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** Where keys of one entity stand: what is open of them, and what could not be told. */
final class LoadStandings {
  private final DSLContext query;
  private final String entity;
  private final Map<Subject, DiscrepancyRecord> open = new HashMap<>();
  private final Map<Subject, UnverifiedReason> unverified = new HashMap<>();

  LoadStandings(DSLContext query, EntityName entity) {
    this.query = query;
    this.entity = entity.value();
  }

  Map<SharedKey, List<Standing>> of(Collection<SharedKey> keys) {
    Map<String, SharedKey> byText = new HashMap<>();
    keys.forEach(key -> byText.put(KeyText.stored(key.toString()), key));
    Set<String> perhapsOpen = perhapsOpen(byText.keySet());
    if (perhapsOpen.isEmpty()) {
      return Map.of();
    }
    load(AskedKeys.of(perhapsOpen));
    Map<SharedKey, List<Standing>> standings = new HashMap<>();
    open.forEach(
        (subject, row) -> add(standings, byText, subject, standing(row, unverified.get(subject))));
    unverified.forEach((subject, reason) -> {
      if (!open.containsKey(subject)) {
        add(standings, byText, subject, standing(subject, reason));
      }
    });
    return standings;
  }

  /**
   * The keys of which anything may be open. Of nearly all keys nothing is: so to read what is open
   * of the entity, where that is less than what is asked for, is quicker than to look for each key.
   */
  private Set<String> perhapsOpen(Set<String> asked) {
    int few = asked.size() / 2;
    List<String> all = new ArrayList<>();
    all.addAll(
        query
            .select(DISCREPANCY.SHARED_KEY)
            .from(DISCREPANCY)
            .where(DISCREPANCY.ENTITY.eq(entity))
            .and(DISCREPANCY.IS_OPEN.eq(true))
            .limit(few + 1)
            .fetch(row -> row.value1()));
    all.addAll(
        query
            .select(UNVERIFIED_KEY.SHARED_KEY)
            .from(UNVERIFIED_KEY)
            .where(UNVERIFIED_KEY.ENTITY.eq(entity))
            .limit(few + 1)
            .fetch(row -> row.value1()));
    if (all.size() > few) {
      return asked;
    }
    Set<String> open = new HashSet<>(all);
    open.retainAll(asked);
    return open;
  }

  private void load(AskedKeys asked) {
    for (DiscrepancyRecord row : OnRecord.open(entity, asked, query)) {
      open.put(Subject.of(row), row);
    }
    for (UnverifiedKeyRecord row :
        query
            .select(UNVERIFIED_KEY.fields())
            .from(asked.table())
            .join(UNVERIFIED_KEY)
            .on(UNVERIFIED_KEY.SHARED_KEY.eq(asked.key()))
            .where(UNVERIFIED_KEY.ENTITY.eq(entity))
            .fetchInto(UNVERIFIED_KEY)) {
      unverified.put(new Subject(entity, row.getSharedKey(), row.getRule()), row.getReason());
    }
  }

  private static void add(
      Map<SharedKey, List<Standing>> standings,
      Map<String, SharedKey> byText,
      Subject subject,
      Standing standing) {
    standings.computeIfAbsent(byText.get(subject.key()), key -> new ArrayList<>()).add(standing);
  }

  private static Standing standing(
      DiscrepancyRecord row, @org.jspecify.annotations.Nullable UnverifiedReason reason) {
    boolean isConfirmed = row.getStatus() == Status.CONFIRMED;
    Optional<Finding> confirmed =
        isConfirmed ? Optional.of(FindingText.read(row.getFinding())) : Optional.empty();
    Optional<Instant> suspected = isConfirmed ? Optional.empty() : Optional.of(row.getSince());
    return new Standing(
        new RuleName(row.getRule()), confirmed, suspected, Optional.ofNullable(reason));
  }

  private static Standing standing(Subject subject, UnverifiedReason reason) {
    return new Standing(
        new RuleName(subject.rule()), Optional.empty(), Optional.empty(), Optional.of(reason));
  }
}
