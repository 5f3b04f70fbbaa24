package io.reconciled.simulation;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws. Times fall on a coarse grid, so that things often happen at the very same time. */
record Dice(RandomGenerator random) {
  private static final int GRID = 50;

  /** Both ends included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  Duration millis(int least, int most) {
    return Duration.ofMillis((long) between(least / GRID, most / GRID) * GRID);
  }

  Duration upTo(Duration most) {
    return millis(0, (int) most.toMillis());
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
