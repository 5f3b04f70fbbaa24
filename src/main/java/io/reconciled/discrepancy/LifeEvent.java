package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.EntityKey;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.UnverifiedReason;
import java.time.Instant;

/** Something in a key's life that must be on record before its position in the log moves on. */
public sealed interface LifeEvent {
  EntityKey key();

  RuleName rule();

  Instant at();

  /** A look found the rule broken; it may heal yet. */
  record Suspected(
      EntityKey key, RuleName rule, Instant at, Instant since, Finding finding, Readings images)
      implements LifeEvent {}

  /** It did not heal: two looks and an unbroken log between them say so. */
  record Confirmed(
      EntityKey key, RuleName rule, Instant at, Instant since, Finding finding, Readings images)
      implements LifeEvent {}

  /** A suspicion healed by itself; late, but within what is allowed. */
  record Converged(EntityKey key, RuleName rule, Instant at, Instant since) implements LifeEvent {}

  /** What was confirmed holds again. */
  record Resolved(EntityKey key, RuleName rule, Instant at) implements LifeEvent {}

  /** The look could not tell, for a reason that lies in this key. */
  record Unverified(
      EntityKey key, RuleName rule, Instant at, UnverifiedReason reason, String detail)
      implements LifeEvent {}

  /** A look could tell again, where the last on record could not. */
  record Verified(EntityKey key, RuleName rule, Instant at) implements LifeEvent {}
}
