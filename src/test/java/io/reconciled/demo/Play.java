package io.reconciled.demo;

import io.reconciled.demo.score.Score;
import io.reconciled.demo.score.Truth;
import io.reconciled.demo.services.Loss;
import io.reconciled.demo.services.Losses;
import io.reconciled.demo.services.Stop;
import io.reconciled.demo.services.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/** The demonstration on its stage, from the daemon's start to the exit code. */
final class Play {

  private static final int NOT_STARTED = 70;
  private static final Duration LOSS_EVERY = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final Settings settings;
  private final Screen screen;
  private final Stage stage;
  private final Truth truth;
  private final Score score;
  private final InstantSource clock = InstantSource.system();
  private final Stop stop = new Stop();

  Play(Settings settings, Screen screen, Stage stage, Truth truth, Score score) {
    this.settings = settings;
    this.screen = screen;
    this.stage = stage;
    this.truth = truth;
    this.score = score;
  }

  int run() {
    stage.daemon().start();
    if (!ready()) {
      screen.line("The daemon did not get ready. The end of its log:");
      screen.chat(stage.daemon().endOfLog());
      screen.last("The demo could not begin.");
      return NOT_STARTED;
    }
    screen.line("The report as a page: " + stage.settings().page());
    askForSweep();
    Random random = new Random(settings.seed());
    stage.services().start(traffic(random));
    Troubles troubles = Troubles.begin(settings, stage, screen, stop);
    Watch watch = new Watch(stage.report(), score, screen);
    watchToTheEnd(watch, troubles);
    boolean withstood = troubles.end();
    return new Finish(stage, watch, score, screen, clock).run(withstood);
  }

  private void watchToTheEnd(Watch watch, Troubles troubles) {
    Instant start = clock.instant();
    while (settings.run().isEmpty()
        || troubles.toCome()
        || clock.instant().isBefore(start.plus(settings.run().get()))) {
      watch.once();
      if (stop.within(LOOK)) {
        return;
      }
    }
  }

  private boolean ready() {
    Instant limit = clock.instant().plus(START_LIMIT);
    while (!stage.report().ready()) {
      boolean pointless = !stage.daemon().running() || clock.instant().isAfter(limit);
      if (pointless || stop.within(LOOK)) {
        return false;
      }
    }
    return true;
  }

  /** What was there before the daemon, no change will ever tell of; only a sweep finds it. */
  private void askForSweep() {
    if (stage.report().sweep("subscriber")) {
      screen.line("Asked for a sweep, which finds what was wrong before");
    } else {
      screen.line("The daemon would not sweep now; what was wrong before waits for its schedule");
    }
  }

  private Traffic traffic(Random random) {
    Losses losses = settings.losses() ? Losses.every(LOSS_EVERY, random) : Losses.none(random);
    screen.line(
        "%d changes/s in crm, carried to billing and profiles 0.2 to 1.5 s later%s"
            .formatted(
                settings.rate(), settings.losses() ? "; about every 5 s, one gets lost" : ""));
    return new Traffic(settings.rate(), losses, this::lost, screen::line, random);
  }

  private void lost(Loss loss) {
    truth.expect(loss);
    String what =
        switch (loss.difference()) {
          case MISSING -> "its creation";
          case EXTRA -> "its deletion";
          case STATUS_DIFFERS -> "its new status";
          case NUMBER_DIFFERS -> "its new number";
        };
    screen.line(
        "lost   subscriber %d: %s never gets to %s".formatted(loss.key(), what, loss.store()));
  }
}
