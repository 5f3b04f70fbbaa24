package io.reconciled.demo;

import io.reconciled.demo.daemon.DaemonReport;
import io.reconciled.demo.score.Judged;
import io.reconciled.demo.score.Reported;
import io.reconciled.demo.score.Score;
import io.reconciled.demo.services.Loss;
import java.time.Duration;

/** Reads what the daemon has confirmed, and shows what is new of it, and the score. */
final class Watch {

  private final DaemonReport report;
  private final Score score;
  private final Screen screen;

  Watch(DaemonReport report, Score score, Screen screen) {
    this.report = report;
    this.score = score;
    this.screen = screen;
  }

  /** Shows nothing new where the daemon does not answer: it may have been killed. */
  void once() {
    report.confirmedEver().ifPresent(all -> score.take(all).forEach(this::tell));
    screen.score(score.toString());
  }

  private void tell(Judged judged) {
    screen.line(
        switch (judged) {
          case Judged.Found(Reported reported, Loss loss) ->
              "found  %s, %s".formatted(named(reported), after(reported, loss));
          case Judged.False(Reported reported, String why) ->
              "FALSE  %s: %s".formatted(named(reported), why);
        });
  }

  private static String named(Reported reported) {
    return "subscriber %s %s".formatted(reported.key(), reported.text());
  }

  private static String after(Reported reported, Loss loss) {
    return switch (loss.cause()) {
      case SEEDED -> "as it was from the start";
      case LOST ->
          reported
              .confirmed()
              .map(confirmed -> Duration.between(loss.written(), confirmed).toMillis() / 1000.0)
              .map("confirmed %.1f s after it was lost"::formatted)
              .orElse("confirmed, nobody says when");
    };
  }
}
