package io.reconciled.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Leaves out actions for as long as the same check fails, first many at a time, then fewer. */
final class Shrink {
  private final Supplier<Seams> seams;

  Shrink(Supplier<Seams> seams) {
    this.seams = seams;
  }

  /** What is left; it fails in the same way. */
  Seed smallest(Seed seed, Failure.Check check) {
    Seed smallest = seed;
    for (int chunk = seed.actions().size() / 2; chunk >= 1; chunk /= 2) {
      for (int from = 0; from < smallest.actions().size(); ) {
        Seed smaller = without(smallest, from, chunk);
        if (smaller.actions().size() < smallest.actions().size() && fails(smaller, check)) {
          smallest = smaller;
        } else {
          from += chunk;
        }
      }
    }
    return smallest;
  }

  /** That all is in order again in the end must stay, or everything would fail. */
  private static Seed without(Seed seed, int from, int number) {
    List<Action> left = new ArrayList<>();
    for (int i = 0; i < seed.actions().size(); i++) {
      Action action = seed.actions().get(i);
      if (i < from || i >= from + number || action.at().equals(seed.landscape().calm())) {
        left.add(action);
      }
    }
    return seed.with(left);
  }

  private boolean fails(Seed seed, Failure.Check check) {
    return seed.run(seams.get()).failure().filter(failure -> failure.check() == check).isPresent();
  }
}
