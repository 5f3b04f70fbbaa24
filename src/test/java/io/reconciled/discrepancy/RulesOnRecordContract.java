package io.reconciled.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.reconciled.discrepancy.LifeEvent.Suspected;
import io.reconciled.discrepancy.RulesOnRecord.InLine;
import io.reconciled.model.EntityRule;
import io.reconciled.model.SharedKey;
import io.reconciled.model.UnverifiedReason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the record follows the rules on every state database. */
abstract class RulesOnRecordContract extends RecordFixture {
  private static final EntityRule ON_STATUS = new EntityRule(SUBSCRIBER, STATUS);
  private static final EntityRule ON_PRESENCE = new EntityRule(SUBSCRIBER, PRESENT);

  @Test
  void whatIsOpenUnderARemovedRuleIsClosedAsThat() {
    record(suspected(1, 5, DIFFERS), confirmed(2, 10, DIFFERS));
    record(unverified(3, 5, UnverifiedReason.TYPE));
    record(new Suspected(key(1), PRESENT, at(5), at(5), MISSING, IMAGES));

    assertThat(rules.bringIntoLine(Map.of(ON_PRESENCE, "in both"), at(20)).closed()).isEqualTo(2);

    assertThat(keysOf(filter().status(Status.RULE_REMOVED))).containsExactly("1", "2");
    assertThat(find.page(filter().rule(STATUS).build(), 0, 10))
        .allMatch(one -> one.closed().equals(Optional.of(at(20))));
    assertThat(keysOf(filter().rule(PRESENT).status(Status.SUSPECTED))).containsExactly("1");
    assertThat(find.unverified()).isEmpty();
    assertThat(discrepancies.openKeys(SUBSCRIBER, Optional.empty(), 10))
        .containsExactly(SharedKey.of(1));
  }

  @Test
  void theHistorySaysThatTheRuleWasRemovedAndNotThatItWasMended() {
    record(suspected(1, 5, DIFFERS), confirmed(1, 10, DIFFERS));

    rules.bringIntoLine(Map.of(), at(20));

    assertThat(history())
        .extracting(Sighting::at, Sighting::status, Sighting::finding)
        .containsExactly(
            tuple(at(5), Status.SUSPECTED, Optional.of(DIFFERS)),
            tuple(at(10), Status.CONFIRMED, Optional.of(DIFFERS)),
            tuple(at(20), Status.RULE_REMOVED, Optional.empty()));
  }

  @Test
  void anIncidentOfARemovedRuleIsOverAndCountsWhatWasClosed() {
    record(confirmed(1, 10, DIFFERS), confirmed(2, 10, DIFFERS), resolved(1, 15));

    rules.bringIntoLine(Map.of(), at(20));

    Incident ended = incidentOf("2");
    assertThat(ended.over()).contains(at(20));
    assertThat(ended.open()).isZero();
    assertThat(ended.removed()).isEqualTo(1);
  }

  @Test
  void aRuleThatComesBackFindsAnew() {
    record(confirmed(1, 10, DIFFERS));
    rules.bringIntoLine(Map.of(), at(20));
    rules.bringIntoLine(Map.of(ON_STATUS, "alike"), at(30));
    record(confirmed(1, 40, DIFFERS));

    assertThat(all())
        .extracting(Discrepancy::status)
        .containsExactly(Status.RULE_REMOVED, Status.CONFIRMED);
    assertThat(incidents.latest(10)).hasSize(2);
  }

  @Test
  void aRuleOfAnotherMeaningKeepsWhatIsOpen() {
    rules.bringIntoLine(Map.of(ON_STATUS, "alike"), at(0));
    record(confirmed(1, 10, DIFFERS));

    InLine line = rules.bringIntoLine(Map.of(ON_STATUS, "alike but for case"), at(20));

    assertThat(line.closed()).isZero();
    assertThat(line.since()).containsExactly(Map.entry(ON_STATUS, at(20)));
    assertThat(only().status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void aRuleIsInForceSinceItCameToMeanWhatItMeans() {
    rules.bringIntoLine(Map.of(ON_STATUS, "alike"), at(0));
    rules.bringIntoLine(Map.of(ON_STATUS, "alike", ON_PRESENCE, "in both"), at(10));

    assertThat(
            rules.bringIntoLine(Map.of(ON_STATUS, "alike", ON_PRESENCE, "in both"), at(20)).since())
        .containsOnly(Map.entry(ON_STATUS, at(0)), Map.entry(ON_PRESENCE, at(10)));
  }
}
