package io.reconciled.simulation;

import io.reconciled.model.StoreName;
import java.time.Duration;
import java.util.Optional;

/** What happens at one time, whatever the daemon does. */
sealed interface Action {
  /** From the start on; negative for what was there before. */
  Duration at();

  /** A service writes a key in its store. */
  record Put(Duration at, StoreName store, long key, String status, String why) implements Action {}

  record Remove(Duration at, StoreName store, long key, String why) implements Action {}

  record Down(Duration at, StoreName store) implements Action {}

  record Up(Duration at, StoreName store) implements Action {}

  /** Its capture delivers each change so long after its commit; empty: not at all. */
  record Lag(Duration at, StoreName store, Optional<Duration> lag) implements Action {}

  /** The engine of its capture ends, and begins again where it was last acknowledged. */
  record EngineEnds(Duration at, StoreName store) implements Action {}

  /** Its capture delivers the last entries once more. */
  record Again(Duration at, StoreName store, int entries) implements Action {}

  /**
   * @param touches how often it touches the world yet
   */
  record Kill(Duration at, int touches) implements Action {}

  record State(Duration at, boolean up) implements Action {}

  /**
   * One call of the state database fails.
   *
   * @param afterCommit whether it was done all the same
   */
  record Hiccup(Duration at, int calls, boolean afterCommit) implements Action {}

  record Sweep(Duration at, boolean onlyMoved) implements Action {}
}
