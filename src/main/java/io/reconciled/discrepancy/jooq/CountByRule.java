package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static org.jooq.impl.DSL.count;

import io.reconciled.discrepancy.FindDiscrepancies.Percentiles;
import io.reconciled.discrepancy.FindDiscrepancies.RuleCounts;
import io.reconciled.discrepancy.Status;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Counts what is on record by rule and status, and measures how long convergence took. */
final class CountByRule {
  /** Of the latest so many, so that the measure is one of today and costs the same for ever. */
  private static final int MEASURED = 10_000;

  private final DSLContext query;

  CountByRule(DSLContext query) {
    this.query = query;
  }

  private record OfRule(EntityName entity, RuleName rule) implements Comparable<OfRule> {
    @Override
    public int compareTo(OfRule other) {
      int byEntity = entity.compareTo(other.entity);
      return byEntity != 0 ? byEntity : rule.compareTo(other.rule);
    }
  }

  List<RuleCounts> counts() {
    Map<OfRule, Map<Status, Long>> counts = new TreeMap<>();
    query
        .select(DISCREPANCY.ENTITY, DISCREPANCY.RULE, DISCREPANCY.STATUS, count())
        .from(DISCREPANCY)
        .groupBy(DISCREPANCY.ENTITY, DISCREPANCY.RULE, DISCREPANCY.STATUS)
        .forEach(row ->
            counts
                .computeIfAbsent(
                    new OfRule(new EntityName(row.value1()), new RuleName(row.value2())),
                    rule -> new EnumMap<>(Status.class))
                .put(row.value3(), row.value4().longValue()));
    return counts.entrySet().stream().map(e -> counts(e.getKey(), e.getValue())).toList();
  }

  private RuleCounts counts(OfRule rule, Map<Status, Long> byStatus) {
    return new RuleCounts(
        rule.entity(),
        rule.rule(),
        byStatus.getOrDefault(Status.SUSPECTED, 0L),
        byStatus.getOrDefault(Status.CONFIRMED, 0L),
        byStatus.getOrDefault(Status.RESOLVED, 0L),
        byStatus.getOrDefault(Status.CONVERGED, 0L),
        byStatus.containsKey(Status.CONVERGED) ? convergence(rule) : Optional.empty());
  }

  private Optional<Percentiles> convergence(OfRule rule) {
    List<Duration> ascending =
        query
            .select(DISCREPANCY.SINCE, DISCREPANCY.CLOSED)
            .from(DISCREPANCY)
            .where(DISCREPANCY.ENTITY.eq(rule.entity().value()))
            .and(DISCREPANCY.RULE.eq(rule.rule().value()))
            .and(DISCREPANCY.STATUS.eq(Status.CONVERGED))
            .orderBy(DISCREPANCY.CLOSED.desc())
            .limit(MEASURED)
            .fetch(row -> Duration.between(row.value1(), row.value2()))
            .stream()
            .sorted()
            .toList();
    return ascending.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Percentiles(atRank(ascending, 0.5), atRank(ascending, 0.95), ascending.getLast()));
  }

  /** The smallest that at least this share of all do not exceed. */
  private static Duration atRank(List<Duration> ascending, double share) {
    return ascending.get((int) Math.ceil(share * ascending.size()) - 1);
  }
}
