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
 * its rules changed, or whose last sweep was broken off or could not read everything, which is then
 * taken up where it was left. Capture tells only of what moves from now on; what differed before,
 * only a sweep can see.
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
  private final InstantSource clock;
  private final Instant began;

  /**
   * @param ready whether the entity's stores can be read now, and their changes are followed, so
   *     that nothing is missed that moves behind the sweep
   * @param changed when a rule of the entity last came to mean something else
   */
  public SweepAgain(
      List<Entity> entities,
      RunSweeps run,
      SweepLog log,
      Predicate<Entity> ready,
      Function<Entity, Instant> changed,
      InstantSource clock) {
    this.entities = List.copyOf(entities);
    this.run = run;
    this.log = log;
    this.ready = ready;
    this.changed = changed;
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

  /**
   * The clock may have been set back since the rules changed: a sweep of this run, which began
   * after that, must not seem older. One of the future is of the former clock, as the change is.
   */
  private boolean outdated(Entity entity, Sweep last) {
    Instant change = changed.apply(entity);
    boolean ofThisClock = !last.started().isAfter(clock.instant());
    Instant since = ofThisClock && change.isAfter(began) ? began : change;
    return !run.isRunning(last.id()) && last.started().isBefore(since);
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
