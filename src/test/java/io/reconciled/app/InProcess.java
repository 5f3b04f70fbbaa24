package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.capture.debezium.DebeziumEngines;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.discrepancy.Status;
import io.reconciled.discrepancy.jooq.JooqFindDiscrepancies;
import io.reconciled.due.jooq.JooqDoubts;
import io.reconciled.model.EntityName;
import io.reconciled.model.Secret;
import io.reconciled.report.CaptureState;
import io.reconciled.report.ComposeReport;
import io.reconciled.report.ProbeState;
import io.reconciled.report.ReloadRules;
import io.reconciled.report.Report;
import io.reconciled.report.StoreState;
import io.reconciled.rules.Loaded;
import io.reconciled.servers.Database;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.guest.KeepPauses;
import io.reconciled.sweep.guest.PausesInMemory;
import io.reconciled.sweep.jooq.JooqSweepLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The daemon without REST, in the process of the test: it runs over the files of a folder that
 * {@link ThreeStores#configure} has written, and keeps its state in an H2 file there, so that one
 * that follows another goes on where that left off.
 */
public final class InProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int PAGE = 1_000;
  private final Settling settling = new Settling();
  private final InstantSource clock;
  private final Settings settings;
  private final StateDatabase state;
  private final KeepRules rules;
  private final ProbeState ready;

  private InProcess(Path folder, StateUrl url, String user, String password, InstantSource clock) {
    this.clock = clock;
    this.settings =
        Settings.from(name -> Optional.empty())
            .inFolders(folder.resolve("connectors"), folder.resolve("reconcile-rules"));
    Secret secret = new Secret(password);
    this.state = StateDatabase.open(url, user, secret);
    this.ready = new ProbeByWriting(state.dataSource());
    StartRules start =
        new StartRules(
            settings,
            state.dataSource(),
            new DebeziumEngines(
                new io.reconciled.capture.debezium.StateDatabase(url.jdbcUrl(), user, secret)),
            settling,
            clock,
            new KeepPauses(new PausesInMemory()));
    this.rules =
        new KeepRules(
            ((Loaded.Sound) settings.load()).configuration(),
            start::start,
            new CheckFiles(settings)::check,
            () -> {},
            clock);
  }

  public static InProcess start(Path folder) {
    return start(folder, new SteadyClock());
  }

  /** With its state in a database of its own on a server. */
  public static InProcess start(Path folder, Database state) {
    return new InProcess(
        folder, new StateUrl(state.jdbcUrl()), state.user(), state.password(), new SteadyClock());
  }

  /** On a machine whose clock is set otherwise. */
  public static InProcess start(Path folder, InstantSource clock) {
    StateUrl url = new StateUrl("jdbc:h2:file:" + folder.resolve("state"));
    return new InProcess(folder, url, "reconciled", "reconciled", clock);
  }

  /** A clock that is so much ahead of the machine's; behind it where that is negative. */
  public static InstantSource ahead(Duration by) {
    InstantSource steady = new SteadyClock();
    return () -> steady.instant().plus(by);
  }

  /** Whether the daemon calls itself ready. */
  public boolean ready() {
    return ready.takesRows();
  }

  /**
   * Waits until every store's log is followed that can be, and one sweep of the entity is complete.
   */
  public void awaitSettled(EntityName entity) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(rules.running().stores().all())
              .extracting(store -> store.capture().mode())
              .as("%s", rules.running().stores().all())
              .isSubsetOf(CaptureState.Mode.FOLLOWING, CaptureState.Mode.OFF);
          assertThat(sweeps())
              .anyMatch(
                  sweep -> sweep.entity().equals(entity) && sweep.state() == Sweep.State.COMPLETE);
        });
  }

  /** Starts a sweep of all keys, or gives the one that runs. */
  public Sweep sweep(EntityName entity) {
    return rules.now().runSweeps().start(entity, "test");
  }

  /**
   * Reads the files again, holds them against the stores, and runs by them where they are sound.
   */
  public ReloadRules.Reloaded reload() {
    return rules.reload();
  }

  public CaptureState capture(String store) {
    return rules.running().stores().all().stream()
        .filter(state -> state.store().equals(store))
        .map(StoreState::capture)
        .findFirst()
        .orElseThrow();
  }

  public List<Discrepancy> confirmed() {
    return in(Status.CONFIRMED);
  }

  /** At most the first thousand. */
  public List<Discrepancy> in(Status status) {
    return new JooqFindDiscrepancies(state.dataSource()).page(Filter.in(status), 0, PAGE);
  }

  /** The last hundred, the latest first. */
  public List<Sweep> sweeps() {
    return new JooqSweepLog(state.dataSource()).latest(100);
  }

  public Report report() {
    return new ComposeReport(
            rules,
            new JooqFindDiscrepancies(state.dataSource()),
            new JooqSweepLog(state.dataSource()),
            rules.stores(),
            settling,
            new JooqDoubts(state.dataSource()),
            clock)
        .report();
  }

  /** The daemon's own database. */
  public DataSource state() {
    return state.dataSource();
  }

  KeepRules rules() {
    return rules;
  }

  Settings settings() {
    return settings;
  }

  @Override
  public void close() {
    rules.close();
    state.close();
  }
}
