package io.reconciled.report.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.reconciled.alert.IncidentsInMemory;
import io.reconciled.alert.SettableClock;
import io.reconciled.compare.CompareKey;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.due.Due;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.report.DueInMemory;
import io.reconciled.report.LatestReport;
import io.reconciled.report.LookNow;
import io.reconciled.report.NothingOpen;
import io.reconciled.report.PropagationTimes;
import io.reconciled.report.RecordInMemory;
import io.reconciled.report.ShowValue;
import io.reconciled.report.StoreStates;
import io.reconciled.report.SubscriberExample;
import io.reconciled.report.SweepsInMemory;
import io.reconciled.report.Times;
import io.reconciled.report.metrics.ReportMetrics;
import io.reconciled.rules.Configuration;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Stores;
import io.reconciled.sweep.RunSweeps;
import io.reconciled.sweep.SweepEntity;
import io.reconciled.sweep.SweepLog;
import io.reconciled.sweep.SweepSettings;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Wires the report to subscribers on a record in memory; stands in for the daemon's wiring. */
@Alternative
@Singleton
public class ReportWiring {
  static final SettableClock CLOCK = new SettableClock("2026-01-31T12:00:00Z");
  static final RecordInMemory RECORD = new RecordInMemory();
  static final IncidentsInMemory INCIDENTS = new IncidentsInMemory();
  static final SweepsInMemory SWEEPS = new SweepsInMemory();
  static final Due DUE = DueInMemory.ofSubscriber();

  @Alternative
  @Produces
  @Singleton
  Configuration configuration() {
    return SubscriberExample.configuration();
  }

  @Alternative
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

  /** Sweeps begin and never end, so that they can be cancelled. */
  @Alternative
  @Produces
  @Singleton
  RunSweeps runSweeps() {
    return new RunSweeps(
        entity ->
            new SweepEntity(
                SubscriberExample.entity(),
                SweepSettings.DEFAULT,
                new Stores(List.of()),
                new AnswerLookups(
                    new Stores(List.of()),
                    List.of(),
                    (dataset, stored) -> stored,
                    store -> Optional.empty()),
                DUE.of(entity),
                new NothingOpen(),
                CLOCK),
        SWEEPS,
        CLOCK,
        task -> {});
  }

  @Alternative
  @Produces
  @Singleton
  Due due() {
    return DUE;
  }

  @Alternative
  @Produces
  @Singleton
  StoreStates stores() {
    return () ->
        List.of(
            SubscriberExample.up("crm", "postgresql"),
            SubscriberExample.up("billing", "mariadb"),
            SubscriberExample.unreachable("profiles", "mongodb"));
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
  RegisteredMetrics metrics(
      MeterRegistry registry, Configuration configuration, LatestReport latest) {
    new ReportMetrics(registry, configuration, latest).register();
    return new RegisteredMetrics();
  }

  /** That metrics are registered. */
  public static final class RegisteredMetrics {}
}
