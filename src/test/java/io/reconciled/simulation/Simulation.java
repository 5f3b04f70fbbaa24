package io.reconciled.simulation;

import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
import io.reconciled.scenario.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Plays actions in a landscape and lets the daemon's loops take their turns, on one thread, in
 * small steps of a simulated clock: the same actions run the same way every time. While a store or
 * the state database takes its time to answer, actions go on happening and the other loops go on.
 */
final class Simulation {
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration DEAD_FOR = Duration.ofSeconds(1);
  private final Landscape landscape;
  private final Queue<Action> ahead;
  private final SimulatedClock clock = new SimulatedClock(Times.START.minus(Duration.ofHours(1)));
  private final World world;
  private final Oracle oracle;
  private final Happen happen;
  private Optional<Life> life = Optional.empty();
  private Instant nextLife = Times.START;
  private int depth;

  private Simulation(Landscape landscape, List<Action> actions, Seams seams, Kept kept) {
    this.landscape = landscape;
    this.ahead = new ArrayDeque<>(actions);
    Map<StoreName, Service> services = new LinkedHashMap<>();
    for (Place place : landscape.places()) {
      services.put(
          place.store(),
          new Service(
              place,
              landscape.entity().datasets().stream()
                  .filter(dataset -> dataset.store().equals(place.store()))
                  .findFirst()
                  .orElseThrow(),
              clock,
              this::passTime));
    }
    History history = new History(landscape.entity());
    this.world =
        new World(
            landscape,
            clock,
            services,
            kept,
            new Boundary(),
            new Reads(history, clock),
            seams,
            history,
            new Story());
    this.oracle = new Oracle(world, this::passTime);
    this.happen = new Happen(world);
  }

  static Outcome run(Landscape landscape, List<Action> actions, Seams seams, Kept kept) {
    return new Simulation(landscape, actions, seams, kept).run();
  }

  private Outcome run() {
    happenUntil(Times.START.minus(STEP));
    clock.set(Times.START);
    landscape
        .followed()
        .forEach(store -> {
          Service service = world.service(store);
          service.slot().beginAt(service.log().end());
        });
    while (!oracle.isDone() && oracle.failure().isEmpty()) {
      step();
      clock.set(clock.instant().plus(STEP));
    }
    return new Outcome(
        landscape, happen.happened(), oracle.failure(), world.story(), oracle.counts());
  }

  private void step() {
    try {
      happenUntil(clock.instant());
      if (life.isEmpty() && !clock.instant().isBefore(nextLife)) {
        begin();
      }
      life.ifPresent(Life::turn);
      life.ifPresent(oracle::afterTurn);
    } catch (RuntimeException | Killed unwound) {
      if (!world.boundary().isDead()) {
        oracle.unforeseen(unwound);
      }
    }
    if (world.boundary().isDead()) {
      end();
    }
  }

  private void begin() {
    world.boundary().reborn();
    Life next = new Life(world, oracle);
    world.tell("daemon", "starts");
    try {
      next.start();
      life = Optional.of(next);
    } catch (StateUnavailable failed) {
      world.tell("daemon", "cannot start: " + failed.getMessage());
      nextLife = clock.instant().plus(DEAD_FOR);
    }
  }

  private void end() {
    world.tell("daemon", "is killed");
    oracle.killed();
    life = Optional.empty();
    world.boundary().reborn();
    nextLife = clock.instant().plus(DEAD_FOR);
  }

  /** Something takes a while: meanwhile, everything else goes on. */
  private void passTime(Duration time) {
    if (time.isZero() || depth > 1) {
      return;
    }
    depth++;
    try {
      clock.set(clock.instant().plus(time));
      happenUntil(clock.instant());
      life.ifPresent(Life::turn);
    } finally {
      depth--;
    }
  }

  private void happenUntil(Instant time) {
    while (!ahead.isEmpty() && !Times.START.plus(ahead.element().at()).isAfter(time)) {
      Action next = ahead.remove();
      if (Times.START.plus(next.at()).isAfter(clock.instant()) || next.at().isNegative()) {
        clock.set(Times.START.plus(next.at()));
      }
      happen.happen(next, life);
    }
  }
}
