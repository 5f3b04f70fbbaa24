package io.reconciled.discrepancy;

import io.reconciled.model.EntityKey;
import io.reconciled.model.RuleName;
import io.reconciled.model.UnverifiedReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last step of a suspicion: it becomes certain, or time is up. */
final class Confirming {
  private Confirming() {}

  /** What was confirmed before in another direction is over: the new finding takes its place. */
  static RuleLife confirm(
      EntityKey key,
      RuleName rule,
      RuleLife life,
      Suspicion.Suspected sure,
      Instant at,
      List<LifeEvent> events) {
    if (life.confirmed().isPresent()) {
      events.add(new LifeEvent.Resolved(key, rule, at));
    }
    if (life.unverified().isPresent()) {
      events.add(new LifeEvent.Verified(key, rule, at));
    }
    events.add(new LifeEvent.Confirmed(key, rule, at, sure.first(), sure.finding(), sure.images()));
    return new RuleLife(Optional.of(sure.finding()), Suspicion.none(), Optional.empty());
  }

  static RuleLife giveUp(
      EntityKey key,
      RuleName rule,
      RuleLife life,
      Instant at,
      String detail,
      List<LifeEvent> events) {
    if (!life.unverified().equals(Optional.of(UnverifiedReason.BEHIND))) {
      events.add(new LifeEvent.Unverified(key, rule, at, UnverifiedReason.BEHIND, detail));
    }
    return life.with(life.suspicion().moved()).unverified(UnverifiedReason.BEHIND);
  }
}
