package io.reconciled.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Verdict;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.discrepancy.Standing;
import io.reconciled.discrepancy.Status;
import io.reconciled.discrepancy.jooq.JooqFindDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqIncidents;
import io.reconciled.model.EntityKey;
import io.reconciled.model.RuleName;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.rules.Entity;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Compares what is on record with what a scenario expects. */
final class CheckExpectations {
  private static final int ALL = 1_000;
  private final Scenario scenario;
  private final FindDiscrepancies find;
  private final Incidents incidents;

  CheckExpectations(Scenario scenario, DataSource state) {
    this.scenario = scenario;
    this.find = new JooqFindDiscrepancies(state);
    this.incidents = new JooqIncidents(state);
  }

  void check(int line, Step.Expect expected, SimulatedDaemon daemon) {
    String where = scenario.file() + ":" + line + ": on record: " + onRecord();
    switch (expected) {
      case Step.Nothing nothing ->
          assertThat(scenario.entities())
              .as(where)
              .allSatisfy(entity -> assertThat(openKeys(entity, daemon)).isEmpty());
      case Step.Found found -> assertThat(latest(found)).as(where).isEqualTo(expected(found));
      case Step.Unverified(EntityKey key, String rule, UnverifiedReason reason) ->
          assertThat(unverified(key, rule, daemon)).as(where).contains(reason);
      case Step.Consistent(EntityKey key, String rule) -> {
        assertThat(standings(key, rule, daemon)).as(where).isEmpty();
        assertThat(daemon.glance(key, new RuleName(rule))).as(where).isEqualTo(Verdict.CONSISTENT);
      }
      case Step.Unreachable(var store) ->
          assertThat(daemon.health().failure(store)).as(where).isPresent();
      case Step.Incidents(int open) ->
          assertThat(incidents.latest(ALL))
              .as(where)
              .filteredOn(incident -> incident.over().isEmpty())
              .hasSize(open);
    }
  }

  private static List<?> openKeys(Entity entity, SimulatedDaemon daemon) {
    return daemon.discrepancies().openKeys(entity.name(), Optional.empty(), ALL);
  }

  /** A store that is out of reach is not put on record with every key: then a glance must tell. */
  private static List<UnverifiedReason> unverified(
      EntityKey key, String rule, SimulatedDaemon daemon) {
    List<UnverifiedReason> onRecord =
        standings(key, rule, daemon).stream().flatMap(s -> s.unverified().stream()).toList();
    return onRecord.isEmpty()
            && daemon.glance(key, new RuleName(rule)) instanceof Verdict.Unverified unverified
        ? List.of(unverified.reason())
        : onRecord;
  }

  private static List<Standing> standings(EntityKey key, String rule, SimulatedDaemon daemon) {
    return daemon
        .discrepancies()
        .standings(key.entity(), List.of(key.key()))
        .getOrDefault(key.key(), List.of())
        .stream()
        .filter(standing -> standing.rule().value().equals(rule))
        .toList();
  }

  /** A false alarm fails every scenario, whatever else it is about. */
  void nothingElseWasConfirmed() {
    TreeSet<String> expected =
        scenario.steps().stream()
            .map(Scenario.TimedStep::step)
            .filter(Step.Found.class::isInstance)
            .map(Step.Found.class::cast)
            .filter(found -> found.status() == Status.CONFIRMED)
            .map(found -> found.key().key() + " " + found.rule())
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> confirmed =
        all()
            .filter(one -> one.confirmed().isPresent())
            .map(one -> one.key() + " " + one.rule().value())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(confirmed).as("confirmed in %s", scenario.file()).isEqualTo(expected);
  }

  private Optional<String> latest(Step.Found wanted) {
    return all()
        .filter(one -> isOf(one, wanted.key(), wanted.rule()))
        .reduce((first, second) -> second)
        .map(one -> describe(one, wanted.finding().isPresent()));
  }

  private static boolean isOf(Discrepancy one, EntityKey key, String rule) {
    return one.key().equals(key.key().toString()) && one.rule().value().equals(rule);
  }

  private static String describe(Discrepancy one, boolean withFinding) {
    return one.status() + (withFinding ? ": " + one.finding() : "");
  }

  private static Optional<String> expected(Step.Found found) {
    return Optional.of(found.status() + found.finding().map(finding -> ": " + finding).orElse(""));
  }

  private String onRecord() {
    return all()
        .map(one -> one.key() + " " + one.rule().value() + " " + describe(one, true))
        .collect(Collectors.joining("; "));
  }

  private Stream<Discrepancy> all() {
    return find
        .page(
            new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            0,
            ALL)
        .stream();
  }
}
