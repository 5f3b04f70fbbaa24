package io.reconciled.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.discrepancy.Standing;
import io.reconciled.discrepancy.Status;
import io.reconciled.discrepancy.jooq.JooqFindDiscrepancies;
import io.reconciled.discrepancy.jooq.JooqIncidents;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import io.reconciled.store.StoreHealth;
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
  private final EntityName entity;
  private final FindDiscrepancies find;
  private final Incidents incidents;

  CheckExpectations(Scenario scenario, EntityName entity, DataSource state) {
    this.scenario = scenario;
    this.entity = entity;
    this.find = new JooqFindDiscrepancies(state);
    this.incidents = new JooqIncidents(state);
  }

  void check(int line, Step.Expect expected, Discrepancies discrepancies, StoreHealth health) {
    String where = scenario.file() + ":" + line + ": on record: " + onRecord();
    switch (expected) {
      case Step.Nothing nothing ->
          assertThat(discrepancies.openKeys(entity, Optional.empty(), ALL)).as(where).isEmpty();
      case Step.Found found -> assertThat(latest(found)).as(where).isEqualTo(expected(found));
      case Step.Unverified unverified ->
          assertThat(
                  discrepancies
                      .standings(entity, List.of(unverified.key()))
                      .getOrDefault(unverified.key(), List.of()))
              .as(where)
              .filteredOn(standing -> standing.rule().value().equals(unverified.rule()))
              .extracting(Standing::unverified)
              .containsExactly(Optional.of(unverified.reason()));
      case Step.Unreachable(var store) -> assertThat(health.failure(store)).as(where).isPresent();
      case Step.Incidents(int open) ->
          assertThat(incidents.latest(ALL))
              .as(where)
              .filteredOn(incident -> incident.over().isEmpty())
              .hasSize(open);
    }
  }

  /** A false alarm fails every scenario, whatever else it is about. */
  void nothingElseWasConfirmed() {
    TreeSet<String> expected =
        scenario.steps().stream()
            .map(Scenario.TimedStep::step)
            .filter(Step.Found.class::isInstance)
            .map(Step.Found.class::cast)
            .filter(found -> found.status() == Status.CONFIRMED)
            .map(found -> found.key() + " " + found.rule())
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

  private static boolean isOf(Discrepancy one, SharedKey key, String rule) {
    return one.key().equals(key.toString()) && one.rule().value().equals(rule);
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
                Optional.of(entity),
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
