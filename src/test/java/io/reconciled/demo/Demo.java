package io.reconciled.demo;

import io.reconciled.demo.ReadSettings.Read;
import io.reconciled.demo.score.Score;
import io.reconciled.demo.score.Truth;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Shows the whole job on three real databases: services change their subscribers, some changes get
 * lost on purpose, and the daemon has to find exactly those.
 *
 * <p>Settings, each as an argument {@code NAME=value} or from the environment: {@code SECONDS} ends
 * the run by itself; {@code LOSS=off} and {@code SEEDS=0} make healthy traffic; {@code RATE}
 * changes per second; {@code KILLS} kills the daemon so often on the way; {@code OUTAGE=billing:30}
 * stops a database for so many seconds; {@code KEYS} subscribers; {@code STATE=postgresql} keeps
 * the daemon's state there and not in a file; {@code PORT} of the page; {@code SEED} makes the same
 * changes again; {@code SOAK} looks every so many seconds whether the daemon grows.
 *
 * <p>A key that differs on purpose is left alone from then on, for the next change would mend it.
 *
 * <p>Exit code: 0 if all that was lost was found and nothing else, 1 if not, 64 for settings that
 * cannot be, 70 if the daemon does not start or the demonstration itself breaks.
 */
public final class Demo {

  private static final int WRONG_USE = 64;
  private static final int BROKEN = 70;
  private static final int SEEDS = 1_000_000;

  private Demo() {}

  public static void main(String[] arguments) {
    long seed = ThreadLocalRandom.current().nextInt(SEEDS);
    System.exit(
        switch (ReadSettings.of(List.of(arguments), System.getenv(), seed)) {
          case Read.Refused(List<String> problems) -> refuse(problems);
          case Read.Sound(Settings settings) -> play(settings);
        });
  }

  private static int refuse(List<String> problems) {
    problems.forEach(System.err::println);
    return WRONG_USE;
  }

  private static int play(Settings settings) {
    Screen screen = new Screen(System.out, Screen.onTerminal(), InstantSource.system());
    Thread.setDefaultUncaughtExceptionHandler((thread, broken) -> giveUp(screen, broken));
    Truth truth = new Truth();
    Score score = new Score(truth);
    Ending ending = Ending.withTheJvm(() -> screen.last(score.toString()));
    Stage stage = Stage.set(settings, screen, truth, ending);
    return new Play(settings, screen, stage, truth, score).run();
  }

  /** Whichever thread broke, the rest would go on and show a score that means nothing. */
  private static void giveUp(Screen screen, Throwable broken) {
    if (screen.isOpen()) {
      broken.printStackTrace();
      System.exit(BROKEN);
    }
  }
}
