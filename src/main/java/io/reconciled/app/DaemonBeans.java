package io.reconciled.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.Startup;
import io.reconciled.capture.debezium.DebeziumEngines;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.discrepancy.Masking;
import io.reconciled.due.Doubts;
import io.reconciled.report.FollowSegments;
import io.reconciled.report.FollowSweeps;
import io.reconciled.report.LookNow;
import io.reconciled.report.ProbeState;
import io.reconciled.report.PropagationTimes;
import io.reconciled.report.ReloadRules;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.ShowValue;
import io.reconciled.report.StoreStates;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Loaded;
import io.reconciled.rules.Problem;
import io.reconciled.sweep.SweepLog;
import io.reconciled.sweep.guest.KeepPauses;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Starts the daemon with the application, ends it with it, and hands its parts to the report. */
@Startup
@Singleton
public class DaemonBeans {
  private static final Logger LOG = Logger.getLogger(DaemonBeans.class);
  private static final Duration FOR_ANOTHER_TO_END = Duration.ofSeconds(15);
  private static final Duration GLANCE_AT_FILES = Duration.ofSeconds(2);
  private static final Duration BETWEEN_COMPACTIONS = Duration.ofSeconds(30);
  private static final Duration AGAIN_AT_REFUSED = Duration.ofSeconds(20);
  private final Masking masking;
  private final KeepLease lease;
  private final StateDatabase state;
  private final OnRecord record;
  private final InstantSource clock = new SteadyClock();
  private final Settling settling = new Settling();
  private final KeepPauses pauses;
  private final KeepRules rules;
  private final Loop watch;
  private final Loop compact;
  private final Loop watchRefused;

  /** Returns when everything has been set going; ends the application where it cannot be. */
  public DaemonBeans(Config config, Event<RulesReplaced> replaced) {
    Settings settings = Settings.from(name -> config.getOptionalValue(name, String.class));
    ReadMark files = new ReadMark(settings.connectors(), settings.rules());
    String mark = files.mark();
    Configuration configuration = sound(settings.load());
    this.masking = settings.showValues() ? Masking.SHOW : Masking.MASK;
    StateUrl url = new StateUrl(settings.stateUrl());
    this.lease =
        KeepLease.take(
            url,
            settings.stateUser(),
            settings.statePassword(),
            FOR_ANOTHER_TO_END,
            DaemonBeans::giveWay);
    this.state = StateDatabase.open(url, settings.stateUser(), settings.statePassword());
    this.record = OnRecord.in(state.dataSource(), configuration, masking);
    this.pauses = new KeepPauses(record.pauses());
    StartRules start =
        new StartRules(
            settings,
            state.dataSource(),
            new DebeziumEngines(
                new io.reconciled.capture.debezium.StateDatabase(
                    url.jdbcUrl(), settings.stateUser(), settings.statePassword())),
            settling,
            clock,
            pauses);
    this.rules =
        new KeepRules(
            configuration,
            start::start,
            new CheckFiles(settings)::check,
            () -> replaced.fire(new RulesReplaced()),
            clock);
    WatchFiles watchFiles = new WatchFiles(files::mark, mark, rules::reload);
    this.watch =
        watch(
            "rules-files",
            GLANCE_AT_FILES,
            () -> {
              if (state.gaveUp()) {
                rules.end();
                state.disconnect();
              }
              rules.startAgain();
              watchFiles.round();
            });
    this.watchRefused = watch("refused-rules-files", AGAIN_AT_REFUSED, rules::reloadRefused);
    CompactFile file = new CompactFile(state.dataSource());
    this.compact = watch("compact-state", BETWEEN_COMPACTIONS, file::round);
  }

  private static Loop watch(String name, Duration pause, Runnable round) {
    return Loop.start(
        name,
        () -> {
          round.run();
          return 0;
        },
        pause);
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
    compact.close();
    watch.close();
    watchRefused.close();
    rules.close();
    state.close();
    lease.close();
  }

  /** Two that write the same record would undo each other's work. */
  private static void giveWay(String holder) {
    LOG.errorf("the state database was taken over by %s; this daemon ends", holder);
    Quarkus.asyncExit(ExitCode.BROKEN);
  }

  @Produces
  @Singleton
  RulesInForce rulesInForce() {
    return rules;
  }

  @Produces
  @Singleton
  ReloadRules reloadRules() {
    return rules;
  }

  @Produces
  @Singleton
  FindDiscrepancies findDiscrepancies() {
    return record.find();
  }

  @Produces
  @Singleton
  Incidents incidents() {
    return record.incidents();
  }

  @Produces
  @Singleton
  SweepLog sweepLog() {
    return record.sweepLog();
  }

  @Produces
  @Singleton
  Doubts doubts() {
    return record.doubts();
  }

  @Produces
  @Singleton
  KeepPauses pauses() {
    return pauses;
  }

  @Produces
  @Singleton
  FollowSweeps followSweeps() {
    return sweep -> rules.running().follow().howFar(sweep);
  }

  @Produces
  @Singleton
  FollowSegments followSegments() {
    return entity -> rules.running().segments().of(entity);
  }

  @Produces
  @Singleton
  ProbeState probeState() {
    return new ProbeByWriting(state.dataSource());
  }

  @Produces
  @Singleton
  StoreStates storeStates() {
    return rules.stores();
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
    return clock;
  }

  @Produces
  @Singleton
  LookNow lookNow() {
    return (entity, key) -> rules.running().lookNow().at(entity, key);
  }
}
