package io.reconciled.app;

import io.reconciled.alert.TellIncidents;
import io.reconciled.capture.Captures;
import io.reconciled.capture.WatchFits;
import io.reconciled.due.Doubt;
import io.reconciled.due.Doubts;
import io.reconciled.model.EntityRule;
import io.reconciled.model.StoreName;
import io.reconciled.recheck.LookListener;
import io.reconciled.recheck.RecheckDueKeys;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Entity;
import io.reconciled.schedule.QuartzSchedule;
import io.reconciled.schedule.ScheduledSweep;
import io.reconciled.schedule.ScheduledSweep.Keys;
import io.reconciled.store.Store;
import io.reconciled.store.WatchStore;
import io.reconciled.sweep.SettleDoubts;
import io.reconciled.sweep.SweepAgain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The running daemon: captures, rechecks, sweeps, alerts. Starts in the order of the flow, so that
 * nothing that moves after a sweep began goes unnoticed; ends in the reverse order.
 */
final class Daemon implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Daemon.class);
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration WATCH = Duration.ofSeconds(2);
  private static final Duration GUARD = Duration.ofSeconds(10);
  private static final Duration ALERT = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private final Parts parts;
  private final Captures captures;
  private final TellIncidents alerts;
  private final Map<EntityRule, Instant> since;
  private final List<Loop> loops = new ArrayList<>();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  /**
   * @param since when each rule came to mean what it means; what was swept before is swept again
   */
  Daemon(Parts parts, Captures captures, TellIncidents alerts, Map<EntityRule, Instant> since) {
    this.parts = parts;
    this.captures = captures;
    this.alerts = alerts;
    this.since = Map.copyOf(since);
  }

  /**
   * Returns when everything has been set going; a store that is down is waited for meanwhile.
   *
   * @param state where the schedule is kept
   */
  void start(DataSource state, LookListener listener) {
    parts.record().sweepLog().breakOffRunning(parts.clock().instant());
    leaveToSweeps();
    parts.askForOpenKeys();
    for (Entity entity : parts.configuration().entities()) {
      parts.segments(entity.name()).load(changed(entity), parts.clock().instant());
    }
    running.push(captures);
    captures.start();
    captures.guards().forEach((store, look) -> loop("guard-" + store, look, GUARD));
    for (Store store : parts.stores().all()) {
      WatchStore watch = new WatchStore(parts.health(), parts.clock());
      loop("watch-" + store.name(), () -> watch.watch(store), WATCH);
      loop("fits-" + store.name(), watchFits(store)::round, WATCH);
    }
    for (Entity entity : parts.configuration().entities()) {
      RecheckDueKeys recheck = parts.recheck(entity, listener);
      keep(Loop.start("recheck-" + entity.name(), recheck::round, IDLE));
    }
    loop("alerts", alerts::round, ALERT);
    running.push(schedule(state)::stop);
    sweepAgain();
  }

  private WatchFits watchFits(Store store) {
    return new WatchFits(
        store,
        parts.configuration().datasetsIn(store.name()),
        captures.of(store.name()),
        parts.fits(),
        parts.clock());
  }

  /** Doubts of a store whose log is not followed any more: a sweep is all there is to wait for. */
  private void leaveToSweeps() {
    Set<StoreName> followed =
        ComposeCaptures.followed(parts.configuration()).stream()
            .map(Connector::store)
            .collect(Collectors.toSet());
    Doubts doubts = parts.record().doubts();
    doubts.open().stream()
        .map(Doubt::store)
        .distinct()
        .filter(store -> !followed.contains(store))
        .forEach(store -> doubts.followed(store, parts.clock().instant()));
  }

  private QuartzSchedule schedule(DataSource state) {
    Map<ScheduledSweep, String> crons = new HashMap<>();
    for (Entity entity : parts.configuration().entities()) {
      entity
          .sweep()
          .ifPresent(cron -> crons.put(new ScheduledSweep(entity.name(), Keys.ALL), cron));
      entity
          .sweepMoved()
          .ifPresent(cron -> crons.put(new ScheduledSweep(entity.name(), Keys.MOVED), cron));
    }
    return QuartzSchedule.start(state, crons, this::sweep);
  }

  private void sweep(ScheduledSweep due) {
    switch (due.keys()) {
      case ALL -> parts.runSweeps().start(due.entity(), "schedule");
      case MOVED -> parts.runSweeps().startMoved(due.entity(), "schedule");
    }
  }

  private void sweepAgain() {
    ReadyToSweep ready = new ReadyToSweep(parts, captures);
    SweepAgain again =
        new SweepAgain(
            parts.configuration().entities(),
            parts.runSweeps(),
            parts.record().sweepLog(),
            ready::test,
            this::changed,
            this::doubted,
            parts.clock());
    SettleDoubts settle =
        new SettleDoubts(parts.record().doubts(), parts.record().sweepLog(), parts.clock());
    loop(
        "sweep-again",
        () -> {
          settle.round();
          again.round();
        },
        AGAIN);
  }

  /** Since when all logs tell again what they did not tell of an entity. */
  private Optional<Instant> doubted(Entity entity) {
    return parts.record().doubts().open().stream()
        .filter(doubt -> doubt.entity().equals(entity.name()))
        .flatMap(doubt -> doubt.followed().stream())
        .max(Comparator.naturalOrder());
  }

  /** When a rule of the entity last came to mean something else. */
  private Instant changed(Entity entity) {
    return entity.rules().stream()
        .map(rule -> since.getOrDefault(new EntityRule(entity.name(), rule.name()), Instant.MIN))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private void loop(String name, Runnable round, Duration pause) {
    keep(
        Loop.start(
            name,
            () -> {
              round.run();
              return 0;
            },
            pause));
  }

  private void keep(Loop loop) {
    loops.add(loop);
    running.push(loop);
  }

  /** Ends, and returns only when nothing of it runs any more. */
  void end() {
    close();
    loops.forEach(Loop::end);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try (AutoCloseable part = running.pop()) {
        LOG.debugf("ending %s", part);
      } catch (Exception failed) {
        LOG.warn("a part did not end cleanly", failed);
      }
    }
    parts.close();
  }
}
