package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.UnverifiedReason;
import java.time.Instant;
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
  private static final int OTHERS_AGAIN = 10;
  static final RuleLife CLEAR = new RuleLife(Optional.empty(), Suspicion.none(), Optional.empty());

  RuleLife with(Suspicion next) {
    return new RuleLife(confirmed, next, unverified);
  }

  /**
   * When to look again at what is confirmed: it may be mended by a move of another key, of which
   * this one has no news.
   */
  Optional<Instant> lookAgain(Instant now, Timing timing) {
    return confirmed
        .filter(Finding::restsOnOtherKeys)
        .map(finding -> now.plus(timing.grace().multipliedBy(OTHERS_AGAIN)));
  }

  RuleLife verified() {
    return new RuleLife(confirmed, suspicion, Optional.empty());
  }

  RuleLife unverified(UnverifiedReason reason) {
    return new RuleLife(confirmed, suspicion, Optional.of(reason));
  }
}
