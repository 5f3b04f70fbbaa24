package io.reconciled.simulation;

import io.reconciled.model.StateUnavailable;
import java.net.ConnectException;
import java.util.function.Supplier;

/**
 * Where the daemon touches what outlives it: its state database, the stores, their logs. Only there
 * can it be told apart whether it was killed before or after, so only there it is killed.
 */
final class Boundary {
  private static final int NEVER = -1;
  private int untilDeath = NEVER;
  private int untilHiccup = NEVER;
  private boolean answerLost;
  private boolean stateUp = true;
  private boolean dead;

  /** The daemon is killed at its next touch but so many. */
  void dieAfter(int touches) {
    untilDeath = touches;
  }

  /**
   * One call of the state database fails, the next but so many.
   *
   * @param afterCommit whether it does what it was asked, and only the answer is lost
   */
  void hiccupAfter(int calls, boolean afterCommit) {
    untilHiccup = calls;
    answerLost = afterCommit;
  }

  void state(boolean up) {
    stateUp = up;
    untilHiccup = NEVER;
  }

  boolean isDead() {
    return dead;
  }

  boolean isStateUp() {
    return stateUp;
  }

  /** A new daemon begins. */
  void reborn() {
    dead = false;
    untilDeath = NEVER;
  }

  /** Something outside is about to be touched. */
  void touch() {
    if (untilDeath == 0) {
      dead = true;
    }
    untilDeath = Math.max(NEVER, untilDeath - 1);
    if (dead) {
      throw new Killed();
    }
  }

  void write(Runnable call) {
    read(() -> {
      call.run();
      return true;
    });
  }

  /** A call of the state database. */
  <T> T read(Supplier<T> call) {
    touch();
    boolean fails = untilHiccup == 0;
    untilHiccup = Math.max(NEVER, untilHiccup - 1);
    if (!stateUp || (fails && !answerLost)) {
      throw unavailable();
    }
    T answer = call.get();
    if (fails) {
      throw unavailable();
    }
    touch();
    return answer;
  }

  private static StateUnavailable unavailable() {
    return new StateUnavailable(
        "the simulated state database does not answer", new ConnectException("down"));
  }
}
