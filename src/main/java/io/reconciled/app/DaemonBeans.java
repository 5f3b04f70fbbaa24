package io.reconciled.app;

import io.quarkus.runtime.Startup;
import io.reconciled.capture.Captures;
import io.reconciled.capture.debezium.DebeziumEngines;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.discrepancy.Masking;
import io.reconciled.due.Due;
import io.reconciled.recheck.LookAtKey;
import io.reconciled.report.LookNow;
import io.reconciled.report.PropagationTimes;
import io.reconciled.report.ShowValue;
import io.reconciled.report.StoreStates;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Loaded;
import io.reconciled.rules.Problem;
import io.reconciled.sweep.RunSweeps;
import io.reconciled.sweep.SweepLog;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Starts the daemon with the application, ends it with it, and hands its parts to the report. */
@Startup
@Singleton
public class DaemonBeans {
  private final Configuration configuration;
  private final Masking masking;
  private final StateDatabase state;
  private final Parts parts;
  private final StoreStates stores;
  private final Settling settling = new Settling();
  private final Daemon daemon;

  /** Returns when everything has been set going; ends the application where it cannot be. */
  public DaemonBeans(Config config) {
    Settings settings = Settings.from(name -> config.getOptionalValue(name, String.class));
    this.configuration = sound(settings.load());
    this.masking = settings.showValues() ? Masking.SHOW : Masking.MASK;
    StateUrl url = new StateUrl(settings.stateUrl());
    this.state = StateDatabase.open(url, settings.stateUser(), settings.statePassword());
    this.parts =
        new Parts(
            configuration,
            OnRecord.in(state.dataSource(), configuration, masking),
            ComposeCaptures.followed(configuration).stream().map(Connector::store).toList(),
            new SteadyClock());
    Captures captures =
        ComposeCaptures.from(
            parts,
            new DebeziumEngines(
                new io.reconciled.capture.debezium.StateDatabase(
                    url.jdbcUrl(), settings.stateUser(), settings.statePassword())));
    this.stores = new DescribeStores(parts, captures);
    this.daemon =
        new Daemon(
            parts,
            captures,
            ComposeAlerts.from(settings, parts.record().incidents(), parts.clock(), parts.tasks()));
    daemon.start(state.dataSource(), settling);
  }

  private static Configuration sound(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Sound(Configuration configuration) -> configuration;
      case Loaded.Refused(List<Problem> problems, Configuration flawless) ->
          throw new ConfigurationRefused(
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    };
  }

  @PreDestroy
  void close() {
    daemon.close();
    state.close();
  }

  @Produces
  @Singleton
  Configuration configuration() {
    return configuration;
  }

  @Produces
  @Singleton
  FindDiscrepancies findDiscrepancies() {
    return parts.record().find();
  }

  @Produces
  @Singleton
  Incidents incidents() {
    return parts.record().incidents();
  }

  @Produces
  @Singleton
  SweepLog sweepLog() {
    return parts.record().sweepLog();
  }

  @Produces
  @Singleton
  RunSweeps runSweeps() {
    return parts.runSweeps();
  }

  @Produces
  @Singleton
  Due due() {
    return parts.due();
  }

  @Produces
  @Singleton
  StoreStates storeStates() {
    return stores;
  }

  @Produces
  @Singleton
  PropagationTimes propagationTimes() {
    return settling;
  }

  @Produces
  @Singleton
  ShowValue showValue() {
    return masking::text;
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return parts.clock();
  }

  @Produces
  @Singleton
  LookNow lookNow() {
    LookAtKey look = new LookAtKey(parts.readImages(), parts.answerLookups());
    return (entity, key) -> {
      LookAtKey.Glance glance = look.glance(entity, key);
      return new LookNow.Glance(glance.readings(), glance.verdicts());
    };
  }
}
