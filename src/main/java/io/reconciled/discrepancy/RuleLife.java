package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.UnverifiedReason;
import java.util.Optional;

/**
 * Where one key stands under one rule.
 *
 * @param confirmed what is confirmed to be wrong, until a look finds it right
 * @param suspicion what is not settled yet
 * @param unverified why the last look could not tell, where that is on record
 */
record RuleLife(
    Optional<Finding> confirmed, Suspicion suspicion, Optional<UnverifiedReason> unverified) {
  static final RuleLife CLEAR = new RuleLife(Optional.empty(), Suspicion.none(), Optional.empty());

  RuleLife with(Suspicion next) {
    return new RuleLife(confirmed, next, unverified);
  }

  RuleLife verified() {
    return new RuleLife(confirmed, suspicion, Optional.empty());
  }

  RuleLife unverified(UnverifiedReason reason) {
    return new RuleLife(confirmed, suspicion, Optional.of(reason));
  }
}
