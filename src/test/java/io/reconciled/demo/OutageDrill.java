package io.reconciled.demo;

import io.reconciled.demo.Settings.Outage;
import io.reconciled.demo.daemon.DaemonReport;
import io.reconciled.demo.daemon.Report;
import io.reconciled.demo.services.Stop;
import io.reconciled.servers.DatabaseServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Stops one database for a while and sees to it that the daemon says so, and says nothing of the
 * others; then starts it, and sees to it that the daemon comes back to it.
 */
final class OutageDrill implements Runnable {

  private static final Duration SAY_WITHIN = Duration.ofSeconds(10);
  private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration BEFORE = Duration.ofSeconds(30);

  private final Outage outage;
  private final Duration before;
  private final DatabaseServer server;
  private final DaemonReport report;
  private final Screen screen;
  private final Stop stop;
  private final InstantSource clock = InstantSource.system();
  private final Stop never = new Stop();
  private boolean said;
  private boolean back;
  private boolean alone = true;

  OutageDrill(Outage outage, Optional<Duration> run, Stage stage, Screen screen, Stop stop) {
    this.outage = outage;
    this.before = run.map(length -> length.dividedBy(3)).orElse(BEFORE);
    this.server = stage.landscape().server(outage.store());
    this.report = stage.report();
    this.screen = screen;
    this.stop = stop;
  }

  @Override
  public void run() {
    if (stop.within(before)) {
      return;
    }
    Instant end = clock.instant().plus(outage.length());
    screen.line("outage: %s stops for %d s".formatted(server.name(), outage.length().toSeconds()));
    server.stop();
    said =
        within(
            SAY_WITHIN,
            now -> now.missesEverywhere(outage.store()),
            "its rules are unverified (unreachable)");
    while (clock.instant().isBefore(end) && !stop.within(LOOK)) {
      report.report().ifPresent(this::seeWhoSuffers);
    }
    server.start();
    screen.line("outage: %s is back".formatted(server.name()));
    back =
        within(
            BACK_WITHIN,
            now -> !now.missesAnywhere(outage.store()),
            "its rules are verified again");
  }

  private void seeWhoSuffers(Report now) {
    List<String> others = now.draggedAlong(outage.store());
    if (!others.isEmpty() && alone) {
      alone = false;
      screen.line("OUTAGE of %s, but this suffers too: %s".formatted(outage.store(), others));
    }
  }

  private boolean within(Duration limit, Predicate<Report> holds, String what) {
    Instant start = clock.instant();
    while (clock.instant().isBefore(start.plus(limit))) {
      if (report.report().filter(holds).isPresent()) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        screen.line("outage: %s after %.1f s".formatted(what, seconds));
        return true;
      }
      never.within(LOOK);
    }
    screen.line("OUTAGE: not within %d s that %s".formatted(limit.toSeconds(), what));
    return false;
  }

  /** Whether all was as it should be; asked after {@link #run}. */
  boolean passed() {
    return said && back && alone;
  }
}
