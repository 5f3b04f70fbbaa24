package io.reconciled.demo;

import io.reconciled.demo.daemon.Report;
import io.reconciled.demo.score.Histories;
import io.reconciled.demo.score.History;
import io.reconciled.demo.score.Reported;
import io.reconciled.demo.score.Score;
import io.reconciled.demo.services.Stop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The end of a run: no more changes, and time for what is still in its grace window, be it rightly
 * or wrongly suspected.
 */
final class Finish {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration CARRY_LIMIT = Duration.ofSeconds(15);
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final Duration LEAST = Duration.ofSeconds(3);
  private static final Duration MOST = Duration.ofMinutes(3);

  private final Stage stage;
  private final Watch watch;
  private final Score score;
  private final Screen screen;
  private final InstantSource clock;
  private final Stop never = new Stop();

  Finish(Stage stage, Watch watch, Score score, Screen screen, InstantSource clock) {
    this.stage = stage;
    this.watch = watch;
    this.score = score;
    this.screen = screen;
    this.clock = clock;
  }

  /**
   * Waits, sums up, and says the score.
   *
   * @param withstood whether the daemon took all troubles as it should
   * @return the exit code
   */
  int run(boolean withstood) {
    screen.line("No more changes; waiting for what is in its grace window");
    stage.services().stopChanges();
    boolean carried = stage.services().awaitCarried(CARRY_LIMIT);
    if (!carried) {
      screen.line("Some changes could not be carried, so no score is fair");
    }
    Optional<Report> report = nextReport();
    report.map(Report::grace).ifPresent(this::settle);
    sumUp();
    boolean told = toldOnce();
    boolean inOrder = historiesInOrder();
    screen.last(score.toString());
    return carried && withstood && report.isPresent() && score.perfect() && told && inOrder ? 0 : 1;
  }

  private boolean toldOnce() {
    screen.line(stage.messages().toString());
    stage.messages().twice().forEach(message -> screen.line("TOLD TWICE " + message));
    return stage.messages().twice().isEmpty();
  }

  private boolean historiesInOrder() {
    List<Long> ids =
        stage.report().confirmedEver().orElse(List.of()).stream().map(Reported::id).toList();
    Optional<List<History>> histories = stage.report().histories(ids);
    List<String> problems = Histories.problems(histories.orElse(List.of()));
    problems.forEach(problem -> screen.line("HISTORY " + problem));
    screen.line(
        histories
            .map(all -> "%d discrepancies, each confirmed once and in order".formatted(all.size()))
            .filter(sound -> problems.isEmpty())
            .orElse(
                "The discrepancies' histories are not as they should be, or could not be read"));
    return histories.isPresent() && problems.isEmpty();
  }

  private void settle(Duration grace) {
    Instant now = clock.instant();
    Instant least = now.plus(grace).plus(LEAST);
    Instant most = now.plus(grace).plus(MOST);
    while (clock.instant().isBefore(least)
        || (clock.instant().isBefore(most) && !score.missed().isEmpty())) {
      watch.once();
      never.within(LOOK);
    }
    watch.once();
    screen.line(score.latencies().against(grace.plus(LEAST)));
  }

  private void sumUp() {
    stage
        .report()
        .report()
        .ifPresent(report -> {
          report.convergedLate().forEach(screen::line);
          report.propagation().forEach(screen::line);
        });
    score
        .missed()
        .forEach(loss ->
            screen.line(
                "MISSED subscriber %d: %s in %s"
                    .formatted(loss.key(), loss.difference(), loss.store())));
  }

  /** The daemon may have been killed a moment ago. */
  private Optional<Report> nextReport() {
    Instant limit = clock.instant().plus(READY_LIMIT);
    Optional<Report> report = stage.report().report();
    while (report.isEmpty() && clock.instant().isBefore(limit)) {
      never.within(LOOK);
      report = stage.report().report();
    }
    return report;
  }
}
