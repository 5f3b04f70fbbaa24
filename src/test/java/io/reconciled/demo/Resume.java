package io.reconciled.demo;

import io.reconciled.demo.ReadSettings.Read;
import io.reconciled.demo.daemon.Report;
import io.reconciled.demo.score.Score;
import io.reconciled.demo.score.Truth;
import io.reconciled.demo.services.Loss;
import io.reconciled.demo.services.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The daemon is killed, every subscriber is changed in every store, and the daemon is started
 * again: how long until it has read all of that and found what was lost, and how much memory it
 * takes.
 *
 * <p>Settings are those of {@link Demo}; {@code KEYS} subscribers make three times as many changes.
 * Exit code: 0 if what was lost was found, nothing else, and in less than 512 MB.
 */
public final class Resume {

  private static final int BROKEN = 70;
  private static final int STORES = 3;
  private static final int ONE_IN = 3_500;
  private static final long MEGA = 1L << 20;
  private static final long MOST_MEMORY = 512 * MEGA;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private final Screen screen;
  private final Stage stage;
  private final Truth truth;
  private final Score score;
  private final int keys;
  private final Stop never = new Stop();
  private final InstantSource clock = InstantSource.system();

  private Resume(Screen screen, Stage stage, Truth truth, Score score, int keys) {
    this.screen = screen;
    this.stage = stage;
    this.truth = truth;
    this.score = score;
    this.keys = keys;
  }

  public static void main(String[] arguments) {
    Settings settings =
        switch (ReadSettings.of(List.of(arguments), Map.of("SEEDS", "0"), 1)) {
          case Read.Sound(Settings sound) -> sound;
          case Read.Refused(List<String> problems) ->
              throw new IllegalArgumentException(problems.toString());
        };
    Thread.setDefaultUncaughtExceptionHandler((thread, broken) -> {
      broken.printStackTrace();
      System.exit(BROKEN);
    });
    Screen screen = new Screen(System.out, false, InstantSource.system());
    Truth truth = new Truth();
    Score score = new Score(truth);
    Stage stage = Stage.set(settings, screen, truth, Ending.withTheJvm(() -> {}));
    System.exit(new Resume(screen, stage, truth, score, settings.keys()).run() ? 0 : 1);
  }

  private boolean run() {
    stage.daemon().start();
    await("settled", report -> report.settled() && report.waitingKeys() == 0);
    stage.daemon().kill();
    Instant down = clock.instant();
    List<Loss> losses = stage.services().backlog(ONE_IN);
    losses.forEach(truth::expect);
    long changes = (long) STORES * keys - losses.size();
    screen.line(
        "%,d changes while it was down, in %.1f s; %d were lost on purpose"
            .formatted(changes, seconds(down), losses.size()));
    Instant started = clock.instant();
    stage.daemon().start();
    await("followed", report -> report.events() > 0);
    Instant first = clock.instant();
    await("read to its end", report -> report.events() >= changes);
    screen.line(
        "all read %.1f s after its start, %,.0f changes/s from the first on"
            .formatted(seconds(started), changes / seconds(first)));
    await("done with", report -> found() && report.waitingKeys() == 0);
    screen.line(
        "all found and nothing due any more %.1f s after its start".formatted(seconds(started)));
    never.within(Duration.ofSeconds(10));
    found();
    long peak = peak();
    screen.line("resident at most: %d MB".formatted(peak / MEGA));
    screen.last(score.toString());
    return score.perfect() && peak < MOST_MEMORY;
  }

  private boolean found() {
    stage.report().confirmedEver().ifPresent(score::take);
    return score.missed().isEmpty();
  }

  private void await(String what, Predicate<Report> holds) {
    Instant limit = clock.instant().plus(PATIENCE);
    while (stage.report().report().filter(holds).isEmpty()) {
      if (clock.instant().isAfter(limit) || !stage.daemon().running()) {
        screen.line("not %s; %s".formatted(what, score));
        screen.chat(stage.daemon().endOfLog());
        System.exit(1);
      }
      never.within(LOOK);
    }
  }

  private long peak() {
    try {
      Matcher peak =
          PEAK.matcher(
              Files.readString(Path.of("/proc", Long.toString(stage.daemon().pid()), "status")));
      return peak.find() ? Long.parseLong(peak.group(1)) * 1_024 : Long.MAX_VALUE;
    } catch (IOException e) {
      throw new UncheckedIOException("The daemon's process cannot be looked at", e);
    }
  }

  private double seconds(Instant since) {
    return Duration.between(since, clock.instant()).toMillis() / 1000.0;
  }
}
