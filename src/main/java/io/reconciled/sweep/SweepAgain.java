package io.reconciled.sweep;

import io.reconciled.rules.Entity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sweeps what no sweep has read from end to end yet: an entity that was never swept, or not since
 * its rules changed or it was put in doubt, or whose last sweep was broken off or could not read
 * everything, which is then taken up where it was left. Capture tells only of what moves from now
 * on; what differed before, only a sweep can see.
 */
public final class SweepAgain {
  private static final Duration AFTER_BREAK = Duration.ofSeconds(5);
  private static final Duration AFTER_GAP = Duration.ofSeconds(30);
  private static final Duration MOST_AFTER_GAP = Duration.ofMinutes(10);
  private final List<Entity> entities;
  private final RunSweeps run;
  private final SweepLog log;
  private final Predicate<Entity> ready;
  private final Function<Entity, Instant> changed;
  private final Function<Entity, Optional<Instant>> doubted;
  private final InstantSource clock;
  private final Instant began;

  /**
   * @param ready whether the entity's stores can be read now, and their changes are followed, so
   *     that nothing is missed that moves behind the sweep
   * @param changed when a rule of the entity last came to mean something else
   * @param doubted only a sweep that began after this settles what is in doubt of it; empty where
   *     nothing is that a sweep could settle
   */
  public SweepAgain(
      List<Entity> entities,
      RunSweeps run,
      SweepLog log,
      Predicate<Entity> ready,
      Function<Entity, Instant> changed,
      Function<Entity, Optional<Instant>> doubted,
      InstantSource clock) {
    this.entities = List.copyOf(entities);
    this.run = run;
    this.log = log;
    this.ready = ready;
    this.changed = changed;
    this.doubted = doubted;
    this.clock = clock;
    this.began = clock.instant();
  }

  /** Starts the sweeps that are wanted and possible now. */
  public void round() {
    for (Entity entity : entities) {
      Optional<Sweep> last = log.lastOfAll(entity.name());
      boolean wanted = last.map(sweep -> outdated(entity, sweep) || wanted(sweep)).orElse(true);
      if (wanted && ready.test(entity)) {
        last.filter(sweep -> !outdated(entity, sweep) && !sweep.left().isEmpty())
            .ifPresentOrElse(
                run::takeUp, () -> run.start(entity.name(), last.isEmpty() ? "start-up" : "again"));
      }
    }
  }

  private boolean outdated(Entity entity, Sweep last) {
    return !run.isRunning(last.id()) && (beforeChange(entity, last) || beforeDoubt(entity, last));
  }

  /**
   * The clock may have been set back since the rules changed: a sweep of this run, which began
   * after that, must not seem older. One of the future is of the former clock, as the change is.
   */
  private boolean beforeChange(Entity entity, Sweep last) {
    Instant change = changed.apply(entity);
    boolean ofThisClock = !last.started().isAfter(clock.instant());
    Instant since = ofThisClock && change.isAfter(began) ? began : change;
    return last.started().isBefore(since);
  }

  /**
   * Doubts come up while the daemon runs, unlike changes. One of the future was told by a former
   * clock, and is swept when that time has come; a sweep of the future began before any doubt.
   */
  private boolean beforeDoubt(Entity entity, Sweep last) {
    Instant now = clock.instant();
    return doubted
        .apply(entity)
        .filter(doubt -> !doubt.isAfter(now))
        .filter(doubt -> !last.started().isAfter(doubt) || last.started().isAfter(now))
        .isPresent();
  }

  private boolean wanted(Sweep last) {
    return switch (last.state()) {
      // Its end could not be put on record, or the daemon that ran it is gone.
      case RUNNING -> !run.isRunning(last.id()) && restedFor(AFTER_BREAK, last);
      case COMPLETE, CANCELLED -> false;
      case BROKEN_OFF -> restedFor(AFTER_BREAK, last);
      case INCOMPLETE -> restedFor(afterGap(last), last);
    };
  }

  /**
   * What fails its sweeps for good must not be swept without a pause; one that ended in the future
   * did so under a clock that was set back since.
   */
  private boolean restedFor(Duration pause, Sweep last) {
    Instant now = clock.instant();
    return now.isAfter(end(last).plus(pause)) || end(last).isAfter(now);
  }

  /** As long as it took; but one that waited for a store for hours is no longer to take up. */
  private static Duration afterGap(Sweep last) {
    Duration pause = Duration.between(last.started(), end(last));
    Duration bounded = pause.compareTo(MOST_AFTER_GAP) < 0 ? pause : MOST_AFTER_GAP;
    return bounded.compareTo(AFTER_GAP) > 0 ? bounded : AFTER_GAP;
  }

  private static Instant end(Sweep last) {
    return last.finished().orElse(last.started());
  }
}
