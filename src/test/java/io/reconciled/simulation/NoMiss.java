package io.reconciled.simulation;

import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.discrepancy.Standing;
import io.reconciled.discrepancy.Timing;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.recheck.RecheckSettings;
import io.reconciled.simulation.Failure.Check;
import io.reconciled.simulation.History.Change;
import io.reconciled.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Once all is in reach and nobody writes any more: what is wrong is confirmed within a grace window
 * and a bound, and nothing is left open of what is right.
 *
 * <p>First for keys whose last move a capture tells of; then for those that were read by a sweep
 * that the daemon took care of by itself; and at last for all, behind a sweep that was asked for.
 */
final class NoMiss {
  private static final Duration SLACK = Duration.ofSeconds(10);
  private static final Duration SWEPT_WITHIN = Duration.ofMinutes(10);
  private final World world;
  private final Judge judge;
  private final CompareKey compare;
  private final Duration bound;
  private final Instant calm;
  private Phase phase = Phase.MOVED;
  private Instant since;

  private enum Phase {
    MOVED,
    SWEPT_BY_ITSELF,
    SETTLING,
    SWEPT_WHEN_ASKED,
    SETTLED,
    DONE
  }

  NoMiss(World world, Judge judge) {
    this.world = world;
    this.judge = judge;
    this.compare = new CompareKey(world.landscape().entity());
    this.bound = boundOf(world.landscape());
    this.calm = Times.START.plus(world.landscape().calm());
    this.since = calm;
  }

  /**
   * Beside the grace window itself: one more for a store that was out of reach and one for a store
   * without capture, what a fence takes to be given up, and ten seconds; and where not all keys fit
   * into one batch, or among those that are suspected at a time, their turns.
   */
  private static Duration boundOf(Landscape landscape) {
    RecheckSettings settings = landscape.recheck();
    long batches = turns(landscape.keys(), settings.batch());
    long suspects = turns(landscape.keys(), settings.unsettledLimit()) - 1;
    return landscape
        .grace()
        .multipliedBy(2 + 2 * suspects)
        .plus(settings.timing().fence())
        .plus(Timing.LONGEST_RETRY)
        .plus(lookTime(landscape).multipliedBy(3 * batches))
        .plus(SLACK);
  }

  private static long turns(int keys, int atATime) {
    return (keys + atATime - 1) / atATime;
  }

  /** All stores are read, and asked for their heads; the record is read and written. */
  private static Duration lookTime(Landscape landscape) {
    return landscape.places().stream()
        .map(place -> place.latency().multipliedBy(2))
        .reduce(landscape.stateLatency().multipliedBy(3), Duration::plus)
        .plusMillis(100);
  }

  boolean isDone() {
    return phase == Phase.DONE;
  }

  void check(Life life) {
    if (phase == Phase.DONE || world.clock().instant().isBefore(calm)) {
      return;
    }
    boolean settled = passed(world.landscape().grace().plus(bound));
    switch (phase) {
      case MOVED -> {
        if (settled) {
          keys().filter(this::wasTold).forEach(this::isTrue);
          enter(Phase.SWEPT_BY_ITSELF);
        }
      }
      case SWEPT_BY_ITSELF -> {
        if (swept(life)) {
          enter(Phase.SETTLING);
        }
      }
      case SETTLING -> {
        if (settled) {
          Instant began = lastSweep().map(Sweep::started).orElseThrow();
          keys().filter(key -> wasTold(key) || wasRead(key, began)).forEach(this::isTrue);
          enter(Phase.SWEPT_WHEN_ASKED);
          life.startSweep(false);
        }
      }
      case SWEPT_WHEN_ASKED -> {
        if (swept(life)) {
          enter(Phase.SETTLED);
        }
      }
      case SETTLED -> {
        if (settled) {
          keys().forEach(this::isTrue);
          enter(Phase.DONE);
        }
      }
      case DONE -> {}
    }
  }

  private boolean swept(Life life) {
    if (passed(SWEPT_WITHIN)) {
      judge.fail(Check.NO_MISS, Optional.empty(), "no sweep came to its end: " + lastSweep());
    }
    return !life.isSweeping()
        && lastSweep().filter(sweep -> sweep.state() == Sweep.State.COMPLETE).isPresent();
  }

  private Optional<Sweep> lastSweep() {
    return world.kept().sweepLog().lastOfAll(entity());
  }

  private boolean passed(Duration time) {
    return !world.clock().instant().isBefore(since.plus(time));
  }

  private void enter(Phase next) {
    phase = next;
    since = world.clock().instant();
  }

  private Stream<SharedKey> keys() {
    return LongStream.rangeClosed(1, world.landscape().keys()).mapToObj(SharedKey::of);
  }

  private Optional<Change> lastMove(SharedKey key) {
    return world.landscape().stores().stream()
        .flatMap(store -> world.history().last(store, key).stream())
        .max(Comparator.comparingLong(Change::number));
  }

  private boolean wasTold(SharedKey key) {
    return lastMove(key)
        .filter(change -> !change.at().isBefore(Times.START))
        .map(Change::store)
        .filter(world.landscape().followed()::contains)
        .isPresent();
  }

  private boolean wasRead(SharedKey key, Instant sweepBegan) {
    return lastMove(key).filter(change -> !change.at().isBefore(sweepBegan)).isEmpty();
  }

  private void isTrue(SharedKey key) {
    Map<SharedKey, List<Standing>> standings =
        world.kept().discrepancies().standings(entity(), List.of(key));
    compare
        .verdicts(key, world.history().readings(key))
        .forEach((rule, verdict) -> isTrue(key, rule, verdict, standings));
  }

  private void isTrue(
      SharedKey key, RuleName rule, Verdict verdict, Map<SharedKey, List<Standing>> standings) {
    Optional<Standing> standing =
        standings.getOrDefault(key, List.of()).stream()
            .filter(one -> one.rule().equals(rule))
            .findFirst();
    Optional<Standing> wanted =
        verdict instanceof Verdict.Inconsistent(var finding)
            ? Optional.of(
                new Standing(rule, Optional.of(finding), Optional.empty(), Optional.empty()))
            : Optional.empty();
    if (!standing.equals(wanted)) {
      judge.fail(
          Check.NO_MISS,
          key,
          "%s after all has been calm: rule %s should be %s, and is %s"
              .formatted(
                  Times.text(Duration.between(calm, world.clock().instant())),
                  rule,
                  wanted.map(Object::toString).orElse("clear"),
                  standing.map(Object::toString).orElse("clear")));
    }
  }

  private EntityName entity() {
    return world.landscape().entity().name();
  }
}
