package io.reconciled.simulation;

import io.reconciled.model.StoreName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Draws what services do, and what befalls stores, captures and the daemon. */
final class DrawActions {
  private final Dice dice;
  private final Landscape landscape;
  private final List<Action> actions = new ArrayList<>();

  private DrawActions(RandomGenerator random, Landscape landscape) {
    this.dice = new Dice(random);
    this.landscape = landscape;
  }

  /** In the order of time; from {@link Landscape#calm} on all faults have ended. */
  static List<Action> draw(RandomGenerator random, Landscape landscape) {
    DrawActions draw = new DrawActions(random, landscape);
    draw.actions.addAll(new DrawWrites(draw.dice, landscape).draw());
    draw.faults();
    draw.actions.removeIf(action -> action.at().compareTo(landscape.calm()) >= 0);
    draw.calm();
    draw.actions.sort(Comparator.comparing(Action::at));
    return draw.actions;
  }

  private void faults() {
    times(dice.between(0, 3), this::outage);
    times(dice.between(0, 4), this::lag);
    times(dice.between(0, 3), this::cut);
    times(dice.between(0, 3), this::again);
    times(dice.between(0, 3), this::kill);
    times(dice.between(0, 2), this::state);
    times(dice.between(0, 3), this::hiccup);
    times(dice.between(0, 3), this::sweep);
  }

  private static void times(int number, Runnable draw) {
    for (int i = 0; i < number; i++) {
      draw.run();
    }
  }

  private void outage() {
    StoreName store = store();
    Duration at = any();
    actions.add(new Action.Down(at, store));
    actions.add(new Action.Up(at.plus(dice.millis(200, 15_000)), store));
  }

  private void lag() {
    StoreName store = store();
    Duration at = any();
    Optional<Duration> lag =
        dice.oneIn(2) ? Optional.empty() : Optional.of(dice.millis(100, 10_000));
    actions.add(new Action.Lag(at, store, lag));
    actions.add(
        new Action.Lag(at.plus(dice.millis(500, 20_000)), store, Optional.of(Duration.ZERO)));
  }

  private void cut() {
    actions.add(new Action.EngineEnds(any(), store()));
  }

  private void again() {
    actions.add(new Action.Again(any(), store(), dice.between(1, 8)));
  }

  private void kill() {
    actions.add(new Action.Kill(any(), dice.between(0, 40)));
  }

  private void state() {
    Duration at = any();
    actions.add(new Action.State(at, false));
    actions.add(new Action.State(at.plus(dice.millis(200, 10_000)), true));
  }

  private void hiccup() {
    actions.add(new Action.Hiccup(any(), dice.between(0, 40), dice.oneIn(2)));
  }

  private void sweep() {
    actions.add(new Action.Sweep(any(), dice.oneIn(2)));
  }

  private void calm() {
    for (StoreName store : landscape.stores()) {
      actions.add(new Action.Up(landscape.calm(), store));
      actions.add(new Action.Lag(landscape.calm(), store, Optional.of(Duration.ZERO)));
    }
    actions.add(new Action.State(landscape.calm(), true));
  }

  private Duration any() {
    return dice.upTo(landscape.calm());
  }

  private StoreName store() {
    return dice.oneOf(landscape.stores());
  }
}
