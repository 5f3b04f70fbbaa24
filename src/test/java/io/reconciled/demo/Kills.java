package io.reconciled.demo;

import io.reconciled.demo.services.Stop;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Kills the daemon with {@code SIGKILL} and starts it again on the same state, at a random moment
 * in each of as many equal parts of the run: even while it starts. Before some kills it is given a
 * sweep to do, or other rules to put into force.
 */
final class Kills implements Runnable {

  private static final int LONGEST_LEAD_MILLIS = 6_000;

  private final Stage stage;
  private final int times;
  private final Duration run;
  private final RandomGenerator random;
  private final Screen screen;
  private final Stop stop;

  Kills(Stage stage, int times, Duration run, RandomGenerator random, Screen screen, Stop stop) {
    this.stage = stage;
    this.times = times;
    this.run = run;
    this.random = random;
    this.screen = screen;
    this.stop = stop;
  }

  @Override
  public void run() {
    long part = run.toMillis() / times;
    for (int i = 1; i <= times; i++) {
      long before = random.nextLong(part);
      long lead = Math.min(before, random.nextLong(LONGEST_LEAD_MILLIS));
      if (stop.within(Duration.ofMillis(before - lead))) {
        return;
      }
      String busyWith = occupy();
      if (stop.within(Duration.ofMillis(lead))) {
        return;
      }
      stage.daemon().kill();
      screen.line(
          "kill -9 of the daemon, %d of %d, %.1f s %s; it starts again"
              .formatted(i, times, lead / 1000.0, busyWith));
      stage.daemon().start();
      if (stop.within(Duration.ofMillis(part - before))) {
        return;
      }
    }
  }

  private String occupy() {
    return switch (random.nextInt(3)) {
      case 0 -> stage.report().sweep("subscriber") ? "into a sweep" : "while it does not answer";
      case 1 -> {
        stage.settings().rules().ifPresent(EditedRules::edit);
        yield "after its rules were edited";
      }
      default -> "into nothing else";
    };
  }
}
