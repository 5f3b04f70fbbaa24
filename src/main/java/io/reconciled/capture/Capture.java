package io.reconciled.capture;

import io.reconciled.capture.CaptureState.Phase;
import io.reconciled.due.Doubt;
import io.reconciled.due.Due;
import io.reconciled.due.StoreLog;
import io.reconciled.model.Dataset;
import io.reconciled.model.EntityName;
import io.reconciled.model.ReconciledException;
import io.reconciled.model.StoreName;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.ChangeFeed.SeenTo;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Follows one store's log for as long as the daemon runs: prepares the database, runs an engine,
 * and when that ends or falls silent, tries again after a pause. {@link #start} once, {@link #stop}
 * once.
 */
public final class Capture {
  private static final Logger LOG = Logger.getLogger(Capture.class);
  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 4;
  private final Source source;
  private final Engine.Factory engines;
  private final StoreLog log;
  private final CaptureSettings settings;
  private final InstantSource clock;
  private final MoveKeys moveKeys;
  private final RaiseDoubts doubts;
  private final NoticeGaps gaps;
  private final GuardLog guard;
  private final PassIdleEnd idleEnd;
  private final HoldStore hold;
  private final Backoff backoff;
  private final Set<Dataset> added = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile Phase phase;

  /** How often in a row an engine was given up before it gave a sign. */
  private int slowStarts;

  /**
   * What is followed: a store, how its kind is followed, and what is mapped in it.
   *
   * @param logLimit so many bytes of log may the store's server keep for the daemon; empty for any
   */
  public record Source(
      StoreSettings store, ChangeFeed feed, List<Dataset> datasets, OptionalLong logLimit) {
    public Source {
      datasets = List.copyOf(datasets);
    }

    public Source(StoreSettings store, ChangeFeed feed, List<Dataset> datasets) {
      this(store, feed, datasets, OptionalLong.empty());
    }
  }

  public Capture(
      Source source,
      Engine.Factory engines,
      Due due,
      StoreLog log,
      CaptureSettings settings,
      InstantSource clock,
      Remembered remembered) {
    this.source = source;
    this.engines = engines;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
    this.doubts = remembered.doubts();
    this.moveKeys = new MoveKeys(source.datasets(), source.feed(), due, log, doubts, clock);
    this.gaps = new NoticeGaps(source, engines.positions(), remembered.stores(), doubts, clock);
    this.guard = new GuardLog(source, log, clock);
    this.idleEnd = new PassIdleEnd(source, log, clock);
    this.hold = new HoldStore(source, clock);
    this.backoff = new Backoff(settings, RandomGenerator.getDefault());
    this.phase = new Phase.Starting(clock.instant());
    this.thread =
        Thread.ofPlatform().name("capture-" + log.store()).daemon().unstarted(this::keepFollowing);
  }

  /** Returns at once, also where the store is down. */
  public void start() {
    thread.start();
  }

  /** Returns when the engine has let go of the store, or when the caller is interrupted. */
  public void stop() {
    stopping.countDown();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Sees to it that changes of datasets are told that were replaced. Those that were not told of
   * until now are named once, also where that came to light when the log was last taken up.
   *
   * @throws io.reconciled.store.StoreFailure where the store cannot be asked
   */
  SeenTo seeTo() {
    SeenTo now = source.feed().seeTo(source.store(), source.datasets());
    Set<Dataset> all = new HashSet<>(now.added());
    all.addAll(added);
    added.removeAll(all);
    return new SeenTo(all, now.complaints());
  }

  /**
   * Puts an entity in doubt: its rows may have changed without a change that the log tells. Durable
   * when it returns.
   */
  void doubt(EntityName entity, Instant since, String why) {
    doubts.raise(Set.of(entity), Doubt.Cause.EMPTIED, since, why);
  }

  public CaptureState state() {
    return new CaptureState(
        log.store(),
        phase,
        log.passed(),
        moveKeys.heard(),
        moveKeys.lag(),
        moveKeys.counts(),
        doubts.raised());
  }

  /** Asks how much log is kept for the daemon; to be called every few seconds while it runs. */
  public void guardLog() {
    guard.look();
  }

  public GuardedLog guardedLog() {
    return guard.state();
  }

  StoreName store() {
    return log.store();
  }

  private void keepFollowing() {
    try {
      while (!stopped(Duration.ZERO)) {
        Phase failed = tryToFollow();
        if (!stopped(Duration.ZERO)) {
          enter(failed);
          stopped(backoff.next());
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    phase = new Phase.Stopped();
  }

  /** Prepares and follows until that ends; says what to show until the next try. */
  private Phase tryToFollow() throws InterruptedException {
    try (hold) {
      Optional<StoreComplaint> held = hold.take();
      List<StoreComplaint> refused = held.map(List::of).orElseGet(guard::letGo);
      if (!refused.isEmpty()) {
        return new Phase.Refused(refused, clock.instant());
      }
      gaps.beforeFollowing();
      added.addAll(source.feed().seeTo(source.store(), source.datasets()).added());
      // A single dataset whose changes are not told does not keep the others from being followed.
      List<StoreComplaint> complaints =
          source.feed().prepare(source.store(), source.datasets()).stream()
              .filter(complaint -> complaint.severity() == StoreComplaint.Severity.ERROR)
              .filter(complaint -> complaint.subject().dataset().isEmpty())
              .toList();
      if (!complaints.isEmpty()) {
        return new Phase.Refused(complaints, clock.instant());
      }
      Engine.End end = follow();
      if (end.logGone()) {
        gaps.refused(end.why());
      }
      return new Phase.Retrying(end.why(), clock.instant());
    } catch (ReconciledException failure) {
      return new Phase.Retrying(String.valueOf(failure.getMessage()), clock.instant());
    } catch (RuntimeException unforeseen) {
      // Nothing may end this thread: a capture that is gone would look like a store at rest.
      LOG.errorf(unforeseen, "store %s: capture failed in an unforeseen way", log.store());
      return new Phase.Retrying("unforeseen: " + unforeseen, clock.instant());
    }
  }

  private Engine.End follow() throws InterruptedException {
    moveKeys.restarted();
    Instant started = clock.instant();
    Engine engine =
        engines.engine(
            log.store(),
            source.feed().engineProperties(source.store(), source.datasets()),
            moveKeys);
    engine.start();
    try {
      return watch(engine, started);
    } finally {
      log.notFollowed();
      engine.stop();
    }
  }

  private Engine.End watch(Engine engine, Instant started) throws InterruptedException {
    while (!stopped(Duration.ZERO)) {
      Optional<Engine.End> ended =
          engine
              .endedWithin(GLANCE)
              .or(() -> guard.wanted().or(hold::lost).map(why -> new Engine.End(why, false)));
      if (ended.isPresent()) {
        return ended.get();
      }
      Optional<Instant> heard = moveKeys.heard().filter(at -> !at.isBefore(started));
      if (heard.isPresent() && !(phase instanceof Phase.Following)) {
        backoff.reset();
        slowStarts = 0;
        phase = new Phase.Following(heard.get());
        log.followed(heard.get());
        LOG.infof("store %s: following its changes", log.store());
      }
      if (phase instanceof Phase.Following) {
        idleEnd.look(moveKeys.told());
        Optional<String> another = gaps.whileFollowing();
        if (another.isPresent()) {
          return new Engine.End(another.get(), false);
        }
      }
      Duration patience = heard.isPresent() ? settings.silence() : patienceAtStart();
      if (clock.instant().isAfter(heard.orElse(started).plus(patience))) {
        slowStarts += heard.isEmpty() ? 1 : 0;
        return new Engine.End("its engine has given no sign of life for " + patience, false);
      }
    }
    return new Engine.End("stopped", false);
  }

  /** On a machine that is too busy for a start, the next is given twice the time. */
  private Duration patienceAtStart() {
    return settings.silence().multipliedBy(3L << Math.min(slowStarts, MOST_DOUBLINGS));
  }

  /** Keeps the time since when it fails, over any number of failing tries of one kind. */
  private void enter(Phase failed) {
    LOG.warnf("store %s: %s", log.store(), failed.inWords());
    phase =
        switch (failed) {
          case Phase.Retrying retrying when phase instanceof Phase.Retrying before ->
              new Phase.Retrying(retrying.why(), before.since());
          case Phase.Refused refused when phase instanceof Phase.Refused before ->
              new Phase.Refused(refused.complaints(), before.since());
          default -> failed;
        };
  }

  private boolean stopped(Duration wait) throws InterruptedException {
    return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }
}
