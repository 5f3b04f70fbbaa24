package io.reconciled.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.InProcess;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.report.Gap;
import io.reconciled.report.RuleReport;
import java.time.Duration;
import java.util.List;

/** What the daemon under test says, waited for. */
record Watched(InProcess daemon) {
  static final Duration PATIENCE = Duration.ofSeconds(90);

  /** The gaps of all rules of an entity. */
  List<Gap> gaps(String entity) {
    return rules(entity).stream().flatMap(rule -> rule.gaps().stream()).toList();
  }

  List<RuleReport> rules(String entity) {
    return daemon.report().entities().stream()
        .filter(one -> one.entity().equals(entity))
        .flatMap(one -> one.rules().stream())
        .toList();
  }

  List<String> confirmed(String entity) {
    return daemon.confirmed().stream()
        .filter(one -> one.entity().value().equals(entity))
        .map(Discrepancy::key)
        .distinct()
        .sorted()
        .toList();
  }

  void awaitMisfit(String entity, String... words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(gaps(entity))
                .anySatisfy(gap -> {
                  assertThat(gap.reason()).isEqualTo(Gap.Reason.MISCONFIGURED);
                  assertThat(gap.detail()).contains(words);
                }));
  }

  /** Everything of the entity is verified again, and exactly these keys are wrong. */
  void awaitVerified(String entity, String... wrong) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(gaps(entity)).as("gaps of " + entity).isEmpty();
          assertThat(confirmed(entity)).containsExactly(wrong);
        });
  }

  void awaitConfirmed(String entity, String... keys) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(confirmed(entity)).containsExactly(keys));
  }
}
