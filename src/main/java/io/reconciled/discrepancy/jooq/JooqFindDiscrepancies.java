package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static io.reconciled.discrepancy.jooq.generated.Tables.SIGHTING;
import static io.reconciled.discrepancy.jooq.generated.Tables.UNVERIFIED_KEY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.Sighting;
import io.reconciled.discrepancy.jooq.generated.tables.records.DiscrepancyRecord;
import io.reconciled.discrepancy.jooq.generated.tables.records.SightingRecord;
import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import io.reconciled.model.RuleName;
import io.reconciled.state.jooq.KeyText;
import io.reconciled.state.jooq.StateSql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Questions to the record in the state database. Safe for many threads. */
public final class JooqFindDiscrepancies implements FindDiscrepancies {
  private final StateSql sql;

  public JooqFindDiscrepancies(DataSource database) {
    this.sql = new StateSql(database);
  }

  @Override
  public List<Discrepancy> page(Filter filter, long after, int limit) {
    return sql.read(query ->
        query
            .selectFrom(DISCREPANCY)
            .where(matches(filter))
            .and(DISCREPANCY.ID.gt(after))
            .orderBy(DISCREPANCY.ID)
            .limit(limit)
            .fetch(row -> discrepancy(row, List.of())));
  }

  @Override
  public List<Discrepancy> newest(Filter filter, Set<EntityRule> except, int limit) {
    return sql.read(query ->
        query
            .selectFrom(DISCREPANCY)
            .where(matches(filter))
            .and(noneOf(except))
            .orderBy(DISCREPANCY.ID.desc())
            .limit(limit)
            .fetch(row -> discrepancy(row, List.of())));
  }

  private static Condition noneOf(Set<EntityRule> rules) {
    return row(DISCREPANCY.ENTITY, DISCREPANCY.RULE)
        .notIn(
            rules.stream().map(rule -> row(rule.entity().value(), rule.rule().value())).toList());
  }

  @Override
  public Optional<Discrepancy> byId(long id) {
    return sql.read(query ->
        query
            .fetchOptional(DISCREPANCY, DISCREPANCY.ID.eq(id))
            .map(row -> discrepancy(row, history(query, id))));
  }

  @Override
  public List<RuleCounts> counts() {
    return sql.read(query -> new CountByRule(query).counts());
  }

  @Override
  public List<UnverifiedCount> unverified() {
    return sql.read(query ->
        query
            .select(
                UNVERIFIED_KEY.ENTITY,
                UNVERIFIED_KEY.RULE,
                UNVERIFIED_KEY.REASON,
                count(),
                min(UNVERIFIED_KEY.DETAIL))
            .from(UNVERIFIED_KEY)
            .groupBy(UNVERIFIED_KEY.ENTITY, UNVERIFIED_KEY.RULE, UNVERIFIED_KEY.REASON)
            .orderBy(UNVERIFIED_KEY.ENTITY, UNVERIFIED_KEY.RULE, UNVERIFIED_KEY.REASON)
            .fetch(row ->
                new UnverifiedCount(
                    new EntityName(row.value1()),
                    new RuleName(row.value2()),
                    row.value3(),
                    row.value4(),
                    row.value5())));
  }

  private static Condition matches(Filter filter) {
    return noCondition()
        .and(where(filter.entity(), entity -> DISCREPANCY.ENTITY.eq(entity.value())))
        .and(where(filter.rule(), rule -> DISCREPANCY.RULE.eq(rule.value())))
        .and(
            where(
                filter.dataset(),
                dataset -> DISCREPANCY.DATASETS.contains(FindingText.dataset(dataset))))
        .and(where(filter.key(), key -> DISCREPANCY.SHARED_KEY.eq(KeyText.stored(key))))
        .and(where(filter.status(), DISCREPANCY.STATUS::eq))
        .and(where(filter.kind(), DISCREPANCY.KIND::eq))
        .and(where(filter.since(), DISCREPANCY.SINCE::ge));
  }

  private static <T> Condition where(Optional<T> wanted, Function<T, Condition> condition) {
    return wanted.map(condition).orElse(noCondition());
  }

  private static List<Sighting> history(DSLContext query, long id) {
    return query
        .selectFrom(SIGHTING)
        .where(SIGHTING.DISCREPANCY.eq(id))
        .orderBy(SIGHTING.SEEN_AT, SIGHTING.ID)
        .fetch(JooqFindDiscrepancies::sighting);
  }

  private static Sighting sighting(SightingRecord row) {
    return new Sighting(
        row.getSeenAt(),
        row.getStatus(),
        Optional.ofNullable(row.getFinding()).map(FindingText::read),
        ImagesText.read(row.getImages()),
        OthersText.read(row.getOthers()));
  }

  private static Discrepancy discrepancy(DiscrepancyRecord row, List<Sighting> history) {
    return new Discrepancy(
        row.getId(),
        new EntityName(row.getEntity()),
        new RuleName(row.getRule()),
        KeyText.read(row.getSharedKey()),
        row.getStatus(),
        FindingText.read(row.getFinding()),
        row.getSince(),
        Optional.ofNullable(row.getConfirmed()),
        Optional.ofNullable(row.getClosed()),
        Optional.ofNullable(row.getIncident()),
        history);
  }
}
