package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import io.reconciled.discrepancy.Incident;
import io.reconciled.discrepancy.Status;
import io.reconciled.discrepancy.jooq.generated.tables.records.IncidentRecord;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import io.reconciled.state.jooq.KeyText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Completes incidents with what their discrepancies tell: how many, how many open, which first. */
final class CountIncidents {
  private static final int EXAMPLES = 5;
  private final DSLContext query;

  CountIncidents(DSLContext query) {
    this.query = query;
  }

  private record Counts(long all, long open, long removed) {
    static final Counts NONE = new Counts(0, 0, 0);
  }

  List<Incident> of(Collection<IncidentRecord> rows) {
    List<Long> ids = rows.stream().map(IncidentRecord::getId).toList();
    Map<Long, Counts> counts = counts(ids);
    Map<Long, List<String>> examples = examples(ids);
    return rows.stream()
        .map(row ->
            incident(
                row,
                counts.getOrDefault(row.getId(), Counts.NONE),
                examples.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  private Map<Long, Counts> counts(List<Long> ids) {
    Map<Long, Counts> counts = new HashMap<>();
    query
        .select(
            DISCREPANCY.INCIDENT,
            count(),
            count(DISCREPANCY.IS_OPEN),
            count().filterWhere(DISCREPANCY.STATUS.eq(Status.RULE_REMOVED)))
        .from(DISCREPANCY)
        .where(DISCREPANCY.INCIDENT.in(ids))
        .groupBy(DISCREPANCY.INCIDENT)
        .forEach(
            row -> counts.put(row.value1(), new Counts(row.value2(), row.value3(), row.value4())));
    return counts;
  }

  private Map<Long, List<String>> examples(List<Long> ids) {
    var place =
        rowNumber().over().partitionBy(DISCREPANCY.INCIDENT).orderBy(DISCREPANCY.ID).as("place");
    var placed =
        select(DISCREPANCY.INCIDENT, DISCREPANCY.SHARED_KEY, place)
            .from(DISCREPANCY)
            .where(DISCREPANCY.INCIDENT.in(ids))
            .asTable("placed");
    return query
        .select(placed.field(DISCREPANCY.INCIDENT), placed.field(DISCREPANCY.SHARED_KEY))
        .from(placed)
        .where(placed.field(place).le(EXAMPLES))
        .orderBy(placed.field(place))
        .fetchGroups(row -> row.value1(), row -> KeyText.read(row.value2()));
  }

  private static Incident incident(IncidentRecord row, Counts counts, List<String> examples) {
    return new Incident(
        row.getId(),
        new EntityName(row.getEntity()),
        new RuleName(row.getRule()),
        FindingText.read(row.getFinding()),
        row.getBegan(),
        row.getLastConfirmed(),
        Optional.ofNullable(row.getOverAt()),
        counts.all(),
        counts.open(),
        counts.removed(),
        examples);
  }
}
