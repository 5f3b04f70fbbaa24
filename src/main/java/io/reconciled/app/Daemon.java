package io.reconciled.app;

import io.reconciled.capture.Captures;
import io.reconciled.recheck.RecheckDueKeys;
import io.reconciled.rules.Entity;
import io.reconciled.schedule.QuartzSchedule;
import io.reconciled.store.Store;
import io.reconciled.store.WatchStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/**
 * The running daemon: captures, rechecks, sweeps, alerts. Starts in the order of the flow, so that
 * nothing that moves after a sweep began goes unnoticed; ends in the reverse order.
 */
final class Daemon implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Daemon.class);
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration WATCH = Duration.ofSeconds(2);
  private static final Duration ALERT = Duration.ofSeconds(1);
  private final Parts parts;
  private final Captures captures;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  Daemon(Parts parts, Captures captures) {
    this.parts = parts;
    this.captures = captures;
  }

  void start() {
    parts.sweepLog().breakOffRunning(parts.clock().instant());
    begin(captures);
    captures.start();
    for (Store store : parts.stores().all()) {
      WatchStore watch = new WatchStore(parts.health(), parts.clock());
      begin(Loop.start("watch-" + store.name(), () -> rest(() -> watch.watch(store)), WATCH));
    }
    for (Entity entity : parts.configuration().entities()) {
      RecheckDueKeys recheck = parts.recheck(entity);
      begin(Loop.start("recheck-" + entity.name(), recheck::round, IDLE));
    }
    parts
        .alerts()
        .forEach(tell -> begin(Loop.start("alert-" + tell.sink(), () -> rest(tell::round), ALERT)));
    QuartzSchedule schedule = parts.schedule();
    begin(schedule::stop);
    schedule.start();
    sweepWhatNeverWas();
  }

  /** Capture tells only of what moves from now on; what differed before, only a sweep can see. */
  private void sweepWhatNeverWas() {
    for (Entity entity : parts.configuration().entities()) {
      if (parts.sweepLog().lastFinished(entity.name()).isEmpty()) {
        parts.runSweeps().start(entity.name(), "start-up");
      }
    }
  }

  private void begin(AutoCloseable part) {
    running.push(part);
  }

  private static int rest(Runnable round) {
    round.run();
    return 0;
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception failed) {
        LOG.warn("a part did not end cleanly", failed);
      }
    }
    parts.close();
  }
}
