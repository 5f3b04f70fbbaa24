package io.reconciled.report;

import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.FindDiscrepancies.RuleCounts;
import io.reconciled.discrepancy.FindDiscrepancies.UnverifiedCount;
import io.reconciled.due.Doubt;
import io.reconciled.due.Doubts;
import io.reconciled.due.DueQueue;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityRule;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.SweepLog;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Composes the report from what is on record at this moment. Asks the state database, never a
 * store; throws a {@link io.reconciled.model.ReconciledException} where the state database fails.
 */
@Singleton
public class ComposeReport {
  private final RulesInForce rules;
  private final FindDiscrepancies discrepancies;
  private final SweepLog sweeps;
  private final StoreStates stores;
  private final PropagationTimes propagation;
  private final Doubts doubts;
  private final InstantSource clock;

  public ComposeReport(
      RulesInForce rules,
      FindDiscrepancies discrepancies,
      SweepLog sweeps,
      StoreStates stores,
      PropagationTimes propagation,
      Doubts doubts,
      InstantSource clock) {
    this.rules = rules;
    this.discrepancies = discrepancies;
    this.sweeps = sweeps;
    this.stores = stores;
    this.propagation = propagation;
    this.doubts = doubts;
    this.clock = clock;
  }

  public Report report() {
    Facts facts = facts(rules.now());
    List<EntityReport> entities =
        facts.rules.configuration().entities().stream()
            .map(entity -> entity(entity, facts))
            .toList();
    return Report.of(clock.instant(), facts.rules.state(), entities, facts.stores);
  }

  /** What is asked once for all entities. */
  private record Facts(
      RulesInForce.Snapshot rules,
      Map<EntityRule, RuleCounts> counts,
      List<UnverifiedCount> unverified,
      List<Doubt> doubts,
      List<StoreState> stores,
      List<Misfit> misfits) {
    Map<String, StoreState> storesByName() {
      Map<String, StoreState> byName = new HashMap<>();
      stores.forEach(state -> byName.put(state.store(), state));
      return byName;
    }
  }

  private Facts facts(RulesInForce.Snapshot now) {
    Map<EntityRule, RuleCounts> counts = new HashMap<>();
    discrepancies
        .counts()
        .forEach(count -> counts.put(new EntityRule(count.entity(), count.rule()), count));
    return new Facts(
        now, counts, discrepancies.unverified(), doubts.open(), stores.all(), stores.misfits());
  }

  private EntityReport entity(Entity entity, Facts facts) {
    Optional<Sweep> lastSweep = sweeps.lastFinished(entity.name());
    FindGaps gaps =
        new FindGaps(
            facts.rules.configuration(),
            entity,
            facts.rules.since(),
            lastSweep,
            facts.storesByName(),
            facts.unverified,
            facts.doubts,
            facts.misfits);
    DueQueue queue = facts.rules.due().of(entity.name());
    return new EntityReport(
        entity.name().value(),
        Times.seconds(entity.grace()),
        lastSweep.map(Sweep::keys).orElse(0L),
        lastSweep.map(SweepReport::of),
        (long) queue.waiting() + queue.inHand(),
        propagation.of(entity.name()),
        FindProblems.of(entity.name(), lastSweep, facts.unverified),
        entity.rules().stream().map(rule -> rule(entity, rule, gaps.of(rule), facts)).toList());
  }

  private static RuleReport rule(Entity entity, Rule rule, List<Gap> gaps, Facts facts) {
    RuleCounts counts =
        facts.counts.getOrDefault(
            new EntityRule(entity.name(), rule.name()),
            new RuleCounts(entity.name(), rule.name(), 0, 0, 0, 0, Optional.empty()));
    return new RuleReport(
        rule.name().value(),
        rule.datasets().stream().map(DatasetName::value).toList(),
        rule.shadow(),
        AboutRule.of(rule.about()),
        RuleStatus.of(counts.confirmed(), gaps),
        counts.confirmed(),
        counts.suspected(),
        counts.resolved(),
        counts.convergence().map(times -> Times.of(counts.converged(), times)),
        gaps);
  }
}
