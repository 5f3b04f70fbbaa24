package io.reconciled.report;

import static io.reconciled.report.SubscriberExample.NOON;
import static io.reconciled.report.SubscriberExample.PRESENT;
import static io.reconciled.report.SubscriberExample.STATUS;
import static io.reconciled.report.SubscriberExample.SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.discrepancy.FindDiscrepancies.UnverifiedCount;
import io.reconciled.discrepancy.Status;
import io.reconciled.due.Doubt;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.due.Due;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Place;
import io.reconciled.rules.Places;
import io.reconciled.rules.Problem;
import io.reconciled.rules.Rule;
import io.reconciled.store.OnView;
import io.reconciled.sweep.InMemorySweepLog;
import io.reconciled.sweep.RunSweeps;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComposeReportTest {
  private final DoubtsInMemory doubts = new DoubtsInMemory();
  private final RecordInMemory record = new RecordInMemory();
  private final InMemorySweepLog sweeps = new InMemorySweepLog();
  private final Due due = DueInMemory.ofSubscriber();
  private final List<StoreState> stores =
      new ArrayList<>(
          List.of(
              SubscriberExample.up("crm", "postgresql"),
              SubscriberExample.up("billing", "mariadb"),
              SubscriberExample.up("profiles", "mongodb")));

  private Entity entity = SubscriberExample.entity();
  private Map<EntityRule, Instant> since = Map.of();
  private Optional<RefusedFiles> refused = Optional.empty();

  @Test
  void whatIsSweptFollowedAndFreeOfFindingsIsConsistent() {
    sweeps.update(SubscriberExample.completeSweep(1));
    Report report = report();
    assertThat(report.verdict()).isEqualTo(Outcome.CONSISTENT);
    assertThat(report.verdict().exitCode()).isZero();
    assertThat(report.summary()).isEqualTo("Everything was verified, and every rule holds.");
    assertThat(report.allRules()).extracting(RuleReport::status).containsOnly(RuleStatus.HOLDS);
    assertThat(report.entities().getFirst().keys()).isEqualTo(10_000);
  }

  @Test
  void whatWasNeverSweptIsNotConsistent() {
    Report report = report();
    assertThat(report.verdict()).isEqualTo(Outcome.UNVERIFIED);
    assertThat(report.verdict().exitCode()).isEqualTo(2);
    assertThat(gaps(report, "present")).containsExactly(Gap.Reason.NEVER_SWEPT);
  }

  @Test
  void aSuspicionDoesNotMakeItInconsistent() {
    sweeps.update(SubscriberExample.completeSweep(1));
    put(1, Status.SUSPECTED);
    assertThat(report().verdict()).isEqualTo(Outcome.CONSISTENT);
    assertThat(rule(report(), "equal-status").suspected()).isEqualTo(1);
  }

  @Test
  void oneConfirmedDiscrepancyMakesItInconsistent() {
    sweeps.update(SubscriberExample.completeSweep(1));
    put(1, Status.CONFIRMED);
    Report report = report();
    assertThat(report.verdict()).isEqualTo(Outcome.INCONSISTENT);
    assertThat(report.verdict().exitCode()).isEqualTo(1);
    assertThat(report.summary()).isEqualTo("1 discrepancy is confirmed.");
    assertThat(rule(report, "equal-status").status()).isEqualTo(RuleStatus.BROKEN);
    assertThat(rule(report, "present").status()).isEqualTo(RuleStatus.HOLDS);
  }

  @Test
  void anUnreachableStoreLeavesItsRulesUnverifiedAndTheOthersAsTheyAre() {
    sweeps.update(SubscriberExample.completeSweep(1));
    stores.set(2, SubscriberExample.unreachable("profiles", "mongodb"));
    Report report = report();
    assertThat(report.verdict()).isEqualTo(Outcome.UNVERIFIED);
    assertThat(rule(report, "present").status()).isEqualTo(RuleStatus.UNVERIFIED);
    assertThat(rule(report, "present").gaps())
        .containsExactly(
            new Gap(
                Gap.Reason.UNREACHABLE,
                Optional.of("profiles"),
                Optional.of("profiles"),
                Optional.of(NOON.minusSeconds(30)),
                Optional.empty(),
                "store profiles: no answer"));
    assertThat(rule(report, "equal-status").status()).isEqualTo(RuleStatus.HOLDS);
  }

  @Test
  void aStoreInDoubtLeavesItsRulesUnverifiedUntilASweepHasSettledIt() {
    sweeps.update(SubscriberExample.completeSweep(1));
    Instant lost = NOON.minusSeconds(600);
    StoreName profiles = new StoreName("profiles");
    doubts.raise(
        List.of(
            new Doubt(
                SUBSCRIBER, profiles, Doubt.Cause.LOG_LOST, lost, NOON, "its oplog is gone")));
    Report report = report();
    assertThat(report.verdict()).isEqualTo(Outcome.UNVERIFIED);
    assertThat(rule(report, "present").gaps())
        .containsExactly(
            new Gap(
                Gap.Reason.LOG_LOST,
                Optional.of("profiles"),
                Optional.of("profiles"),
                Optional.of(lost),
                Optional.empty(),
                "changes may never have been seen: its oplog is gone; a sweep of all keys of"
                    + " subscriber will tell"));
    assertThat(rule(report, "equal-status").status()).isEqualTo(RuleStatus.HOLDS);

    doubts.followed(profiles, NOON.plusSeconds(1));
    doubts.settle(SUBSCRIBER, NOON.plusSeconds(2));
    assertThat(report().verdict()).isEqualTo(Outcome.CONSISTENT);
  }

  @Test
  void aStoreOfAnotherEntityLeavesTheRuleThatRefersToItUnverified() {
    sweeps.update(SubscriberExample.completeSweep(1));
    stores.set(1, SubscriberExample.unreachable("billing", "mariadb"));
    DatasetName crm = new DatasetName("crm");
    DatasetName catalog = new DatasetName("catalog");
    EntityName tariff = new EntityName("tariff");
    Rule exists =
        Rule.of(
            new RuleName("tariff exists"),
            new Check.References(crm, "tariff", tariff, KeyType.INTEGER, catalog));
    Entity subscriber = entity(SUBSCRIBER, List.of(exists), at(SUBSCRIBER, crm, "crm"));
    Entity tariffs = entity(tariff, List.of(), at(tariff, catalog, "billing"));

    Report report = report(new Configuration(List.of(), List.of(subscriber, tariffs)));

    assertThat(gaps(report, "tariff exists")).containsExactly(Gap.Reason.UNREACHABLE);
    assertThat(report.verdict()).isEqualTo(Outcome.UNVERIFIED);
  }

  @Test
  void aShardThatIsDownLeavesTheWholeDatasetUnverified() {
    sweeps.update(SubscriberExample.completeSweep(1));
    stores.set(2, SubscriberExample.unreachable("profiles", "mongodb"));
    DatasetName crm = new DatasetName("crm");
    Rule number = Rule.of(new RuleName("number"), new Check.Unique(List.of(crm), "msisdn"));
    Entity sharded =
        entity(
            SUBSCRIBER,
            List.of(number),
            at(SUBSCRIBER, crm, "crm"),
            at(SUBSCRIBER, crm, "profiles"));

    assertThat(gaps(report(new Configuration(List.of(), List.of(sharded))), "number"))
        .containsExactly(Gap.Reason.UNREACHABLE);
  }

  @Test
  void aViewIsNotBehindWhenItsStoresLogIs() {
    sweeps.update(SubscriberExample.completeSweep(1));
    stores.set(0, SubscriberExample.notFollowed("crm", "postgresql"));
    DatasetName crm = new DatasetName("crm");
    Rule number = Rule.of(new RuleName("number"), new Check.Unique(List.of(crm), "msisdn"));
    Dataset table = at(SUBSCRIBER, crm, "crm");
    Entity onTable = entity(SUBSCRIBER, List.of(number), table);
    Entity onView = entity(SUBSCRIBER, List.of(number), OnView.of(table));

    assertThat(gaps(report(new Configuration(List.of(), List.of(onTable))), "number"))
        .containsExactly(Gap.Reason.BEHIND);
    assertThat(gaps(report(new Configuration(List.of(), List.of(onView))), "number")).isEmpty();
  }

  @Test
  void aBrokenRuleShowsItsGapsToo() {
    sweeps.update(SubscriberExample.completeSweep(1));
    put(1, Status.CONFIRMED);
    stores.set(1, SubscriberExample.unreachable("billing", "mariadb"));
    Report report = report();
    assertThat(rule(report, "equal-status").status()).isEqualTo(RuleStatus.BROKEN);
    assertThat(gaps(report, "equal-status")).containsExactly(Gap.Reason.UNREACHABLE);
    assertThat(report.summary())
        .isEqualTo("1 discrepancy is confirmed. 2 of 2 rules could not be fully verified.");
  }

  @Test
  void aStoreWhoseChangesAreNotFollowedLeavesAGap() {
    sweeps.update(SubscriberExample.completeSweep(1));
    stores.set(2, SubscriberExample.notFollowed("profiles", "mongodb"));
    assertThat(gaps(report(), "present")).containsExactly(Gap.Reason.BEHIND);
    assertThat(gaps(report(), "equal-status")).isEmpty();
  }

  @Test
  void anIncompleteSweepLeavesAGapInTheRulesThatReadWhatItCouldNot() {
    sweeps.update(SubscriberExample.sweepWithoutBilling(1));
    assertThat(gaps(report(), "equal-status")).containsExactly(Gap.Reason.SWEEP_INCOMPLETE);
    assertThat(report().verdict()).isEqualTo(Outcome.UNVERIFIED);
  }

  @Test
  void unverifiedKeysLeaveAGapWithTheirNumber() {
    sweeps.update(SubscriberExample.completeSweep(1));
    record.put(
        new UnverifiedCount(
            SUBSCRIBER, PRESENT, UnverifiedReason.DUPLICATE, 3, "crm: several rows carry the key"));
    Report report = report();
    assertThat(rule(report, "present").gaps())
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.reason()).isEqualTo(Gap.Reason.DUPLICATE);
          assertThat(gap.keys()).contains(3L);
        });
    assertThat(report.entities().getFirst().problems())
        .containsExactly(
            new DatasetProblem(Optional.of("profiles"), "null key", 2),
            new DatasetProblem(Optional.empty(), "keys with several rows", 3));
  }

  @Test
  void whatConvergedLateIsCountedWithItsTimes() {
    sweeps.update(SubscriberExample.completeSweep(1));
    put(1, Status.CONVERGED);
    put(2, Status.CONVERGED);
    assertThat(rule(report(), "equal-status").convergedLate())
        .contains(new Times(2, 0.8, 2.9, 4.1));
  }

  @Test
  void keysThatWaitAreCounted() {
    due.of(SUBSCRIBER).ask(List.of(SharedKey.of(1), SharedKey.of(2)), NOON, NOON.plusSeconds(5));
    assertThat(report().entities().getFirst().waitingKeys()).isEqualTo(2);
  }

  @Test
  void theTextSaysWhatIsBrokenWhatIsNotVerifiedAndWhichStoreIsDown() {
    sweeps.update(SubscriberExample.completeSweep(1));
    put(1, Status.CONFIRMED);
    put(2, Status.CONVERGED);
    stores.set(1, SubscriberExample.unreachable("billing", "mariadb"));
    assertThat(ReportAsText.of(report()))
        .isEqualTo(
            """
            inconsistent: 1 discrepancy is confirmed. 2 of 2 rules could not be fully verified.

            subscriber: 10,000 keys at the last sweep (complete, 1 min 57 s ago, took 3.0 s), 0 keys waiting
              present                      unverified
                not verified: billing: unreachable, for 30 s (store billing: no answer)
              equal-status                 broken: 1 confirmed, 0 suspected, 0 resolved; converged late: 1 (median 800 ms, 95 % within 2.9 s, longest 4.1 s)
                not verified: billing: unreachable, for 30 s (store billing: no answer)
              profiles: null key: 2

            stores
              crm (postgresql)             answers, capture following
              billing (mariadb)            unreachable for 30 s: store billing: no answer
              profiles (mongodb)           answers, capture following
            """);
  }

  @Test
  void aShadowIsShownAndNoPartOfTheVerdict() {
    entity = SubscriberExample.withShadow();
    sweeps.update(SubscriberExample.completeSweep(1));
    put(1, Status.CONFIRMED);
    Report report = report();
    assertThat(report.verdict()).isEqualTo(Outcome.CONSISTENT);
    assertThat(report.summary()).isEqualTo("Everything was verified, and every rule holds.");
    assertThat(rule(report, "equal-status").shadow()).isTrue();
    assertThat(rule(report, "equal-status").confirmed()).isEqualTo(1);
    assertThat(ReportAsText.of(report)).contains("broken (shadow): 1 confirmed");
  }

  @Test
  void aRuleThatIsYoungerThanTheLastSweepIsNotVerified() {
    sweeps.update(SubscriberExample.completeSweep(1));
    since = Map.of(new EntityRule(SubscriberExample.SUBSCRIBER, STATUS), NOON.minusSeconds(60));
    Report report = report();
    assertThat(gaps(report, "equal-status")).containsExactly(Gap.Reason.NEVER_SWEPT);
    assertThat(gaps(report, "present")).isEmpty();
    assertThat(report.verdict()).isEqualTo(Outcome.UNVERIFIED);
  }

  @Test
  void refusedFilesAreToldWithTheRulesThatStayInForce() {
    sweeps.update(SubscriberExample.completeSweep(1));
    Place place = new Place(Path.of("subscriber.yaml"), 3, 7);
    Problem problem = new Problem(place, "there is no dataset crn", "write crm");
    refused = Optional.of(RefusedFiles.of(NOON, List.of(problem)));
    assertThat(ReportAsText.of(report()))
        .contains("Rules of 2026-01-31T11:00:00Z are in force; the files were refused at 2026")
        .contains("subscriber.yaml:3:7: there is no dataset crn (write crm)");
  }

  private RulesInForce.Snapshot inForce(Configuration configuration) {
    return new RulesInForce.Snapshot(
        configuration,
        since,
        configuration.entities().size() == 1
            ? due
            : DueInMemory.of(configuration.entities().stream().map(Entity::name).toList()),
        new RunSweeps(
            name -> {
              throw new IllegalStateException("nothing is swept in this test");
            },
            sweeps,
            InstantSource.fixed(NOON),
            task -> {}),
        new RulesState(NOON.minusSeconds(3600), refused));
  }

  private static Entity entity(EntityName name, List<Rule> rules, Dataset... datasets) {
    return new Entity(
        name,
        KeyType.INTEGER,
        Duration.ofSeconds(5),
        List.of(datasets),
        Map.of(),
        rules,
        Optional.empty(),
        new Places(Path.of(name + ".yaml"), Map.of()));
  }

  private static Dataset at(EntityName entity, DatasetName name, String store) {
    return new Dataset(
        entity,
        name,
        new StoreName(store),
        List.of(entity.value()),
        "id",
        KeyType.INTEGER,
        Map.of("tariff", "tariff", "msisdn", "msisdn"));
  }

  private Report report() {
    return report(SubscriberExample.configuration(entity));
  }

  private Report report(Configuration configuration) {
    return new ComposeReport(
            () -> inForce(configuration),
            record,
            sweeps,
            () -> List.copyOf(stores),
            entity -> Optional.empty(),
            doubts,
            InstantSource.fixed(NOON))
        .report();
  }

  private void put(long id, Status status) {
    record.put(
        SubscriberExample.discrepancy(
            id, STATUS, "17", status, SubscriberExample.statusDiffersInBilling()));
  }

  private static RuleReport rule(Report report, String name) {
    return report.allRules().filter(rule -> rule.rule().equals(name)).findFirst().orElseThrow();
  }

  private static List<Gap.Reason> gaps(Report report, String rule) {
    return rule(report, rule).gaps().stream().map(Gap::reason).toList();
  }
}
