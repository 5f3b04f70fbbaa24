package io.reconciled.demo;

import io.reconciled.demo.services.Stop;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Kills the daemon with {@code SIGKILL} and starts it again on the same state, one time after the
 * other, each at a random moment: while it starts, or while it runs, sweeps, or takes up other
 * rules.
 */
final class Kills implements Runnable {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int LOOKS = 600;
  private static final int PERCENT_IN_START = 30;
  private static final int LONGEST_START_MILLIS = 6_000;
  private static final int LONGEST_RUN_MILLIS = 5_000;
  private static final int LONGEST_LEAD_MILLIS = 4_000;

  private final Stage stage;
  private final int times;
  private final RandomGenerator random;
  private final Screen screen;
  private final Stop stop;

  Kills(Stage stage, int times, RandomGenerator random, Screen screen, Stop stop) {
    this.stage = stage;
    this.times = times;
    this.random = random;
    this.screen = screen;
    this.stop = stop;
  }

  @Override
  public void run() {
    for (int i = 1; i <= times; i++) {
      Optional<String> moment = random.nextInt(100) < PERCENT_IN_START ? inStart() : inRun();
      if (moment.isEmpty()) {
        return;
      }
      stage.daemon().kill();
      screen.line(
          "kill -9 of the daemon, %d of %d, %s; it starts again".formatted(i, times, moment.get()));
      stage.daemon().start();
    }
  }

  /** Waits for a moment soon after its start; empty where the run ended meanwhile. */
  private Optional<String> inStart() {
    long after = random.nextLong(LONGEST_START_MILLIS);
    return stop.within(Duration.ofMillis(after))
        ? Optional.empty()
        : Optional.of("%.1f s after its start".formatted(after / 1000.0));
  }

  private Optional<String> inRun() {
    for (int i = 0; i < LOOKS && !stage.report().ready(); i++) {
      if (stop.within(LOOK)) {
        return Optional.empty();
      }
    }
    long before = random.nextLong(LONGEST_RUN_MILLIS);
    if (stop.within(Duration.ofMillis(before))) {
      return Optional.empty();
    }
    String busyWith = occupy();
    long lead = random.nextLong(LONGEST_LEAD_MILLIS);
    return stop.within(Duration.ofMillis(lead))
        ? Optional.empty()
        : Optional.of(
            "%.1f s after it was ready, %.1f s %s"
                .formatted((before + lead) / 1000.0, lead / 1000.0, busyWith));
  }

  private String occupy() {
    return switch (random.nextInt(3)) {
      case 0 -> stage.report().sweep("subscriber") ? "into a sweep" : "into nothing else";
      case 1 -> {
        stage.settings().rules().ifPresent(EditedRules::edit);
        yield "after its rules were edited";
      }
      default -> "into nothing else";
    };
  }
}
