package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Sequences.INCIDENT_ID;
import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static io.reconciled.discrepancy.jooq.generated.Tables.INCIDENT;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.jooq.generated.tables.records.IncidentRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The incidents that the events of one transaction join, open or leave. Events of one rule come
 * from one thread, so no two transactions open the same incident.
 */
final class OpenIncidents {
  /** What is confirmed this long after the last confirmation has not begun together with it. */
  private static final Duration TOGETHER = Duration.ofHours(1);

  private final DSLContext transaction;
  private final Map<OfRule, List<IncidentRecord>> open = new HashMap<>();
  private final List<IncidentRecord> begun = new ArrayList<>();
  private final Map<Long, Instant> left = new HashMap<>();

  OpenIncidents(DSLContext transaction) {
    this.transaction = transaction;
  }

  private record OfRule(String entity, String rule) {}

  /** The incident that a discrepancy confirmed at this time belongs to. */
  long join(Subject subject, Finding finding, Instant since, Instant at) {
    List<IncidentRecord> ofRule =
        open.computeIfAbsent(new OfRule(subject.entity(), subject.rule()), this::load);
    String direction = FindingText.of(finding);
    IncidentRecord incident =
        ofRule.stream()
            .filter(other -> other.getFinding().equals(direction))
            .filter(other -> !other.getLastConfirmed().isBefore(at.minus(TOGETHER)))
            .max(Comparator.comparing(IncidentRecord::getLastConfirmed))
            .orElseGet(() -> begin(subject, direction, since, at, ofRule));
    if (at.isAfter(incident.getLastConfirmed())) {
      incident.setLastConfirmed(at);
    }
    return incident.getId();
  }

  /** One of the incident's discrepancies is over. */
  void leave(Optional<Long> incident, Instant at) {
    incident.ifPresent(id -> left.merge(id, at, (one, other) -> one.isAfter(other) ? one : other));
  }

  /** To be called before the discrepancies that name them are written. */
  void write() {
    List<IncidentRecord> joined =
        open.values().stream()
            .flatMap(List::stream)
            .filter(incident -> !begun.contains(incident) && incident.modified())
            .toList();
    transaction.batchUpdate(joined).execute();
    transaction.batchInsert(begun).execute();
  }

  /** To be called after the discrepancies are written: no open one left, and it is over. */
  void endWhatIsOver() {
    left.forEach((incident, at) ->
        transaction
            .update(INCIDENT)
            .set(INCIDENT.OVER_AT, at)
            .where(INCIDENT.ID.eq(incident))
            .and(INCIDENT.OVER_AT.isNull())
            .and(
                notExists(
                    selectOne()
                        .from(DISCREPANCY)
                        .where(DISCREPANCY.INCIDENT.eq(incident))
                        .and(DISCREPANCY.IS_OPEN.isTrue())))
            .execute());
  }

  private List<IncidentRecord> load(OfRule rule) {
    return new ArrayList<>(
        transaction
            .selectFrom(INCIDENT)
            .where(INCIDENT.ENTITY.eq(rule.entity()))
            .and(INCIDENT.RULE.eq(rule.rule()))
            .and(INCIDENT.OVER_AT.isNull())
            .fetch());
  }

  private IncidentRecord begin(
      Subject subject, String direction, Instant since, Instant at, List<IncidentRecord> ofRule) {
    IncidentRecord incident =
        new IncidentRecord()
            .setId(transaction.nextval(INCIDENT_ID))
            .setEntity(subject.entity())
            .setRule(subject.rule())
            .setFinding(direction)
            .setBegan(since)
            .setLastConfirmed(at);
    begun.add(incident);
    ofRule.add(incident);
    return incident;
  }
}
