package io.reconciled.report.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.reconciled.alert.IncidentsInMemory;
import io.reconciled.alert.SettableClock;
import io.reconciled.compare.CompareKey;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.due.Doubts;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.due.Due;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.report.DueInMemory;
import io.reconciled.report.FollowSegments;
import io.reconciled.report.FollowSweeps;
import io.reconciled.report.LatestReport;
import io.reconciled.report.LookNow;
import io.reconciled.report.NothingOpen;
import io.reconciled.report.ProbeState;
import io.reconciled.report.PropagationTimes;
import io.reconciled.report.RecordInMemory;
import io.reconciled.report.RefusedFiles;
import io.reconciled.report.ReloadRules;
import io.reconciled.report.RuleChanges;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.RulesState;
import io.reconciled.report.ShowValue;
import io.reconciled.report.StoreState;
import io.reconciled.report.StoreStates;
import io.reconciled.report.SubscriberExample;
import io.reconciled.report.SweepingState;
import io.reconciled.report.Times;
import io.reconciled.report.metrics.ReportMetrics;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Place;
import io.reconciled.rules.Problem;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Stores;
import io.reconciled.sweep.InMemorySweepLog;
import io.reconciled.sweep.RunSweeps;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.SweepEntity;
import io.reconciled.sweep.SweepLog;
import io.reconciled.sweep.SweepParts;
import io.reconciled.sweep.SweepSettings;
import io.reconciled.sweep.SweepingInTests;
import io.reconciled.sweep.gauge.HowFar;
import io.reconciled.sweep.guest.KeepPauses;
import io.reconciled.sweep.guest.PausesInMemory;
import io.reconciled.sweep.segment.SegmentNow;
import io.reconciled.sweep.segment.SegmentsInTests;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Wires the report to subscribers on a record in memory; stands in for the daemon's wiring. */
@Alternative
@Singleton
public class ReportWiring {
  static final SettableClock CLOCK = new SettableClock("2026-01-31T12:00:00Z");
  static final RecordInMemory RECORD = ExampleRecord.discrepancies();
  private static final IncidentsInMemory INCIDENTS = ExampleRecord.incidents();
  private static final InMemorySweepLog SWEEPS = ExampleRecord.sweeps();
  static final Due DUE = DueInMemory.ofSubscriber();

  /** Sweeps begin and never end, so that they can be cancelled. */
  private static final RunSweeps RUN_SWEEPS =
      new RunSweeps(
          entity ->
              new SweepEntity(
                  SubscriberExample.entity(),
                  SweepSettings.DEFAULT,
                  new SweepParts(
                      SweepingInTests.reading(new Stores(List.of()), CLOCK),
                      new AnswerLookups(
                          new Stores(List.of()),
                          List.of(),
                          (dataset, stored) -> stored,
                          store -> Optional.empty()),
                      DUE.of(entity),
                      new NothingOpen(),
                      SegmentsInTests.forgotten(entity),
                      CLOCK)),
          SWEEPS,
          CLOCK,
          task -> {});

  private static final KeepPauses PAUSES = new KeepPauses(new PausesInMemory());

  private volatile Optional<RefusedFiles> refused = Optional.empty();

  @Alternative
  @Produces
  @Singleton
  RulesInForce rules() {
    return () ->
        new RulesInForce.Snapshot(
            SubscriberExample.configuration(),
            Map.of(),
            DUE,
            RUN_SWEEPS,
            new RulesState(SubscriberExample.NOON, refused));
  }

  /** Accepts and refuses by turns. */
  @Alternative
  @Produces
  @Singleton
  ReloadRules reload() {
    return () -> {
      if (refused.isPresent()) {
        refused = Optional.empty();
        Configuration one = SubscriberExample.configuration();
        Configuration other = SubscriberExample.configuration(SubscriberExample.withShadow());
        return new ReloadRules.Reloaded.InForce(
            SubscriberExample.NOON, RuleChanges.between(one, other));
      }
      Place place = new Place(Path.of("<subscriber>.yaml"), 3, 7);
      RefusedFiles files =
          RefusedFiles.of(
              SubscriberExample.NOON,
              List.of(new Problem(place, "there is no dataset crn", "write crm")));
      refused = Optional.of(files);
      return new ReloadRules.Reloaded.Refused(files);
    };
  }

  @Alternative
  @Produces
  @Singleton
  ProbeState state() {
    return () -> true;
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return CLOCK;
  }

  @Alternative
  @Produces
  @Singleton
  FindDiscrepancies discrepancies() {
    return RECORD;
  }

  @Alternative
  @Produces
  @Singleton
  Incidents incidents() {
    return INCIDENTS;
  }

  @Alternative
  @Produces
  @Singleton
  SweepLog sweepLog() {
    return SWEEPS;
  }

  @Alternative
  @Produces
  @Singleton
  StoreStates stores() {
    return () ->
        List.of(
            paused(SubscriberExample.up("crm", "postgresql")),
            SubscriberExample.up("billing", "mariadb"),
            SubscriberExample.unreachable("profiles", "mongodb"));
  }

  private static StoreState paused(StoreState crm) {
    return PAUSES
        .of(new StoreName(crm.store()))
        .map(pause -> new SweepingState.Closed("paused by " + pause.who(), pause.at()))
        .map(closed ->
            new StoreState(
                crm.store(),
                crm.kind(),
                crm.reachable(),
                crm.failure(),
                crm.capture(),
                new SweepingState(Optional.of(closed), 10_000, 250)))
        .orElse(crm);
  }

  @Alternative
  @Produces
  @Singleton
  Doubts doubts() {
    return new DoubtsInMemory();
  }

  @Alternative
  @Produces
  @Singleton
  KeepPauses pauses() {
    return PAUSES;
  }

  /** A running sweep has read a quarter in ten seconds. */
  @Alternative
  @Produces
  @Singleton
  FollowSweeps follow() {
    return sweep ->
        sweep.state() == Sweep.State.RUNNING
            ? Optional.of(
                HowFar.of(
                    List.of(new HowFar.Part("crm", 250_000, 1_000_000)),
                    Duration.ofSeconds(10),
                    List.of()))
            : Optional.empty();
  }

  /** Keys before 5000 were read an hour ago, the others never. */
  @Alternative
  @Produces
  @Singleton
  FollowSegments segments() {
    Optional<SharedKey> bound = Optional.of(SharedKey.of(5_000));
    Optional<Instant> read = Optional.of(CLOCK.instant().minus(Duration.ofHours(1)));
    return entity ->
        List.of(
            new SegmentNow(new KeyRange(Optional.empty(), bound), read, false),
            new SegmentNow(new KeyRange(bound, Optional.empty()), Optional.empty(), true));
  }

  @Alternative
  @Produces
  @Singleton
  PropagationTimes propagation() {
    return entity -> Optional.of(new Times(1_204, 0.84, 1.42, 1.61));
  }

  @Alternative
  @Produces
  @Singleton
  ShowValue show() {
    return Value::toString;
  }

  @Alternative
  @Produces
  @Singleton
  LookNow lookNow() {
    return (entity, key) -> {
      Readings readings =
          new Readings(
              Map.of(
                  SubscriberExample.CRM,
                  new Image.Present(Map.of("status", Value.text("ACTIVE"))),
                  SubscriberExample.BILLING,
                  new Image.Present(Map.of("status", Value.text("SUSPENDED"))),
                  SubscriberExample.PROFILES,
                  new Unread(UnverifiedReason.UNREACHABLE, "store profiles: no answer")));
      return new LookNow.Glance(readings, new CompareKey(entity).verdicts(key, readings));
    };
  }

  /** Registers the metrics, as the daemon does when it starts. */
  @Alternative
  @Produces
  @Singleton
  RegisteredMetrics metrics(MeterRegistry registry, RulesInForce rules, LatestReport latest) {
    new ReportMetrics(registry, rules, latest).register();
    return new RegisteredMetrics();
  }

  /** That metrics are registered. */
  public static final class RegisteredMetrics {}
}
