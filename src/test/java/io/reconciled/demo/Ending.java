package io.reconciled.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes what the demonstration opened, last opened first, when the JVM ends: after its last line,
 * by Ctrl-C or by {@code SIGTERM} alike.
 */
final class Ending {

  private final Deque<Runnable> steps = new ArrayDeque<>();
  private boolean over;

  private Ending() {}

  /**
   * @param first done before anything is closed
   */
  static Ending withTheJvm(Runnable first) {
    Ending ending = new Ending();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  first.run();
                  ending.close();
                },
                "end-demo"));
    return ending;
  }

  /** What is opened while the JVM ends already is closed at once. */
  synchronized void then(Runnable step) {
    if (over) {
      step.run();
    } else {
      steps.push(step);
    }
  }

  private synchronized void close() {
    over = true;
    steps.forEach(Runnable::run);
  }
}
