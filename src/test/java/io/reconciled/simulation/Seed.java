package io.reconciled.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** What is drawn from one number: always the same. */
record Seed(long number, Landscape landscape, List<Action> actions) {
  Seed {
    actions = List.copyOf(actions);
  }

  static Seed draw(long number) {
    SplittableRandom random = new SplittableRandom(number);
    Landscape landscape = new DrawLandscape(random).draw(number);
    return new Seed(number, landscape, DrawActions.draw(random, landscape));
  }

  /** The same with other actions. */
  Seed with(List<Action> others) {
    return new Seed(number, landscape, others);
  }

  Outcome run(Seams seams) {
    return run(seams, Kept.inMemory());
  }

  /**
   * @param kept nothing yet
   */
  Outcome run(Seams seams, Kept kept) {
    return Simulation.run(landscape, actions, seams, kept);
  }
}
