package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static io.reconciled.discrepancy.jooq.generated.Tables.INCIDENT;
import static io.reconciled.discrepancy.jooq.generated.Tables.SIGHTING;
import static io.reconciled.discrepancy.jooq.generated.Tables.UNVERIFIED_KEY;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.val;

import io.reconciled.discrepancy.Status;
import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import io.reconciled.model.RuleName;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Closes what is open of rules that are in force no more, a rule at a time. */
final class CloseRemoved {
  private final DSLContext transaction;
  private final Instant at;

  CloseRemoved(DSLContext transaction, Instant at) {
    this.transaction = transaction;
    this.at = at;
  }

  /** Returns how many discrepancies were closed. */
  long allBut(Set<EntityRule> inForce) {
    Set<EntityRule> removed = open();
    removed.removeAll(inForce);
    return removed.stream().mapToLong(this::close).sum();
  }

  private Set<EntityRule> open() {
    var discrepancies =
        selectDistinct(DISCREPANCY.ENTITY, DISCREPANCY.RULE)
            .from(DISCREPANCY)
            .where(DISCREPANCY.IS_OPEN.isTrue());
    var unverified =
        selectDistinct(UNVERIFIED_KEY.ENTITY, UNVERIFIED_KEY.RULE).from(UNVERIFIED_KEY);
    return new HashSet<>(
        transaction
            .selectFrom(discrepancies.union(unverified))
            .fetch(
                row -> new EntityRule(new EntityName(row.value1()), new RuleName(row.value2()))));
  }

  private long close(EntityRule rule) {
    String entity = rule.entity().value();
    String name = rule.rule().value();
    Condition isOpen =
        DISCREPANCY
            .ENTITY
            .eq(entity)
            .and(DISCREPANCY.RULE.eq(name))
            .and(DISCREPANCY.IS_OPEN.isTrue());
    transaction
        .insertInto(
            SIGHTING,
            SIGHTING.DISCREPANCY,
            SIGHTING.SEEN_AT,
            SIGHTING.STATUS,
            SIGHTING.IMAGES,
            SIGHTING.OTHERS)
        .select(
            select(
                    DISCREPANCY.ID,
                    val(at, SIGHTING.SEEN_AT),
                    val(Status.RULE_REMOVED, SIGHTING.STATUS),
                    val(OpenDiscrepancy.NOTHING_SEEN, SIGHTING.IMAGES),
                    val(OpenDiscrepancy.NO_OTHERS, SIGHTING.OTHERS))
                .from(DISCREPANCY)
                .where(isOpen))
        .execute();
    int closed =
        transaction
            .update(DISCREPANCY)
            .set(DISCREPANCY.STATUS, Status.RULE_REMOVED)
            .setNull(DISCREPANCY.IS_OPEN)
            .set(DISCREPANCY.CLOSED, at)
            .set(DISCREPANCY.LAST_SEEN, at)
            .where(isOpen)
            .execute();
    transaction
        .update(INCIDENT)
        .set(INCIDENT.OVER_AT, at)
        .where(INCIDENT.ENTITY.eq(entity))
        .and(INCIDENT.RULE.eq(name))
        .and(INCIDENT.OVER_AT.isNull())
        .execute();
    transaction
        .deleteFrom(UNVERIFIED_KEY)
        .where(UNVERIFIED_KEY.ENTITY.eq(entity))
        .and(UNVERIFIED_KEY.RULE.eq(name))
        .execute();
    return closed;
  }
}
