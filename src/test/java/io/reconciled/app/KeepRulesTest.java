package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.CheckFiles.Checked;
import io.reconciled.capture.Deliveries;
import io.reconciled.capture.Engine;
import io.reconciled.capture.Positions;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.Status;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqFindDiscrepancies;
import io.reconciled.model.EntityKey;
import io.reconciled.model.KeyType;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
import io.reconciled.report.ReloadRules.Reloaded;
import io.reconciled.report.RuleChanges;
import io.reconciled.report.SubscriberExample;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Place;
import io.reconciled.rules.Places;
import io.reconciled.rules.Problem;
import io.reconciled.rules.Rule;
import io.reconciled.state.TestState;
import io.reconciled.sweep.guest.KeepPauses;
import io.reconciled.sweep.guest.PausesInMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A daemon over a real state database whose entity lives in no store. */
class KeepRulesTest {
  private static final Path FILE = Path.of("subscriber.yaml");
  private static final List<Problem> PROBLEMS =
      List.of(new Problem(new Place(FILE, 3, 7), "there is no dataset crn", "write crm"));
  private final List<String> replaced = new ArrayList<>();
  private Checked files = sound("msisdn", "status");
  private Predicate<Configuration> startable = configuration -> true;
  private StateDatabase state;
  private KeepRules rules;

  @BeforeEach
  void start() {
    state = TestState.h2InMemory();
    StartRules start =
        new StartRules(
            Settings.from(name -> Optional.empty()),
            state.dataSource(),
            new NoEngines(),
            (entity, key, look) -> {},
            new SteadyClock(),
            new KeepPauses(new PausesInMemory()));
    rules =
        new KeepRules(
            files.configuration(),
            (configuration, read) -> {
              if (!startable.test(configuration)) {
                throw new StateUnavailable("full", new IllegalStateException());
              }
              return start.start(configuration, read);
            },
            () -> files,
            () -> replaced.add("replaced"),
            new SteadyClock());
  }

  @AfterEach
  void end() {
    rules.close();
    state.close();
  }

  @Test
  void soundFilesComeIntoForceAndSayWhatChanged() {
    Instant before = rules.now().state().since();
    files = sound("msisdn", "address");

    assertThat(rules.reload())
        .isInstanceOfSatisfying(
            Reloaded.InForce.class,
            inForce -> {
              assertThat(inForce.changes().rules())
                  .isEqualTo(
                      new RuleChanges.Changes(
                          List.of("subscriber/address"), List.of("subscriber/status"), List.of()));
              assertThat(inForce.since()).isAfter(before);
            });
    assertThat(inForce()).containsExactly("msisdn", "address");
    assertThat(replaced).hasSize(1);
  }

  @Test
  void refusedFilesLeaveTheRulesInForceAndAreToldUntilTheyAreMended() {
    Running before = rules.running();
    Checked good = files;
    files =
        new Checked(
            new Configuration(List.of(), List.of()), PROBLEMS, List.of(), List.of(), List.of());

    assertThat(rules.reload()).isInstanceOf(Reloaded.Refused.class);
    assertThat(rules.running()).isSameAs(before);
    assertThat(rules.now().state().refused().orElseThrow().problems())
        .singleElement()
        .hasToString("subscriber.yaml:3:7: there is no dataset crn (write crm)");

    files = good;
    rules.reload();
    assertThat(rules.now().state().refused()).isEmpty();
    assertThat(rules.running()).isSameAs(before);
  }

  @Test
  void whatWasRefusedForTheStoresIsTriedAgain() {
    Configuration none = new Configuration(List.of(), List.of());
    files = new Checked(none, PROBLEMS, List.of(), List.of(), List.of());
    rules.reload();
    files = sound("msisdn");
    rules.reloadRefused();
    assertThat(inForce()).as("only files can mend what is wrong in files").hasSize(2);

    files = new Checked(none, PROBLEMS, PROBLEMS, List.of(), List.of());
    rules.reload();
    rules.reloadRefused();
    assertThat(rules.now().state().refused()).isPresent();
    files = sound("msisdn");
    rules.reloadRefused();
    assertThat(rules.now().state().refused()).isEmpty();
    assertThat(inForce()).containsExactly("msisdn");
  }

  @Test
  void filesThatMeanTheSameRestartNothing() {
    Running before = rules.running();
    files = sound("msisdn", "status");

    assertThat(rules.reload())
        .isInstanceOfSatisfying(
            Reloaded.InForce.class, inForce -> assertThat(inForce.changes().none()).isTrue());
    assertThat(rules.running()).isSameAs(before);
    assertThat(replaced).isEmpty();
  }

  @Test
  void whatIsOpenUnderARuleThatIsGoneIsClosedAndUnderOneThatStaysIsLookedAtAgain() {
    confirmed("msisdn");
    confirmed("status");
    files = sound("msisdn");

    rules.reload();

    JooqFindDiscrepancies find = new JooqFindDiscrepancies(state.dataSource());
    assertThat(find.newest(Filter.in(Status.RULE_REMOVED), Set.of(), 10))
        .singleElement()
        .matches(one -> one.rule().value().equals("status"));
    assertThat(rules.now().due().of(SubscriberExample.SUBSCRIBER).waiting()).isEqualTo(1);
  }

  @Test
  void aRuleOfAnotherMeaningIsInForceSinceTheReloadOnly() {
    Map<?, Instant> before = rules.now().since();
    files = checked(rule("msisdn", "msisdn"), rule("status", "state"));

    rules.reload();

    assertThat(rules.now().since().entrySet())
        .filteredOn(entry -> !before.entrySet().contains(entry))
        .extracting(entry -> entry.getKey().rule())
        .containsExactly(new RuleName("status"));
  }

  @Test
  void rulesThatCannotBeStartedGiveWayToThoseBefore() {
    Configuration before = rules.running().configuration();
    startable = before::equals;
    files = sound("msisdn");

    assertThat(rules.reload()).isInstanceOf(Reloaded.Refused.class);

    assertThat(inForce()).containsExactly("msisdn", "status");
    assertThat(rules.now().state().refused()).isPresent();
  }

  @Test
  void whereNothingCouldBeStartedWhatWasInForceIsStartedLater() {
    Running before = rules.running();
    startable = configuration -> false;
    files = sound("msisdn");
    rules.reload();
    assertThat(rules.running()).isSameAs(before);

    startable = configuration -> true;
    rules.startAgain();

    assertThat(rules.running()).isNotSameAs(before);
    assertThat(inForce()).containsExactly("msisdn", "status");
  }

  private Stream<String> names() {
    return rules.now().configuration().entities().getFirst().rules().stream()
        .map(rule -> rule.name().value());
  }

  private List<String> inForce() {
    return names().toList();
  }

  private void confirmed(String rule) {
    Instant at = Instant.parse("2026-01-31T12:00:00Z");
    EntityKey key = new EntityKey(SubscriberExample.SUBSCRIBER, SharedKey.of(17));
    new JooqDiscrepancies(state.dataSource(), entity -> KeyType.INTEGER, Masking.MASK)
        .record(
            List.of(
                new LifeEvent.Confirmed(
                    key,
                    new RuleName(rule),
                    at,
                    at,
                    SubscriberExample.statusDiffersInBilling(),
                    new Readings(Map.of()))));
  }

  private static Checked sound(String... unique) {
    return checked(Stream.of(unique).map(name -> rule(name, name)).toArray(Rule[]::new));
  }

  private static Checked checked(Rule... all) {
    Entity entity =
        new Entity(
            SubscriberExample.SUBSCRIBER,
            KeyType.INTEGER,
            Duration.ofMinutes(5),
            List.of(),
            Map.of(),
            List.of(all),
            Optional.empty(),
            new Places(FILE, Map.of()));
    return new Checked(
        new Configuration(List.of(), List.of(entity)), List.of(), List.of(), List.of(), List.of());
  }

  private static Rule rule(String name, String attribute) {
    return Rule.of(new RuleName(name), new Check.Unique(List.of(), attribute));
  }

  private static final class NoEngines implements Engine.Factory {
    @Override
    public Positions positions() {
      throw new IllegalStateException("no store is followed in this test");
    }

    @Override
    public Engine engine(StoreName store, Map<String, String> connector, Deliveries deliveries) {
      throw new IllegalStateException("no store is followed in this test");
    }
  }
}
