package io.reconciled.simulation;

import io.reconciled.simulation.Failure.Check;
import java.util.Optional;

/** What waits in memory stays within its limits. */
final class Memory {
  private final World world;
  private final Judge judge;

  Memory(World world, Judge judge) {
    this.world = world;
    this.judge = judge;
  }

  /**
   * On top of what fits come those that are put off, a batch at most; and, where they cannot be
   * written to the table, one for each store, at which its capture ends.
   */
  void check(Life life) {
    int limit =
        world.landscape().due().memoryLimit()
            + world.landscape().recheck().batch()
            + world.landscape().places().size();
    int waiting = life.queue().waiting() + life.queue().inHand();
    if (waiting > limit) {
      judge.fail(
          Check.MEMORY,
          Optional.empty(),
          waiting + " keys wait in memory, where " + limit + " are the limit");
    }
    life.logs()
        .forEach((store, log) -> {
          if (log.held() > limit) {
            judge.fail(
                Check.MEMORY,
                Optional.empty(),
                log.held()
                    + " keys hold the log of "
                    + store
                    + ", where "
                    + limit
                    + " are the limit");
          }
        });
  }
}
