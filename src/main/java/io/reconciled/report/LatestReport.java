package io.reconciled.report;

import io.reconciled.model.ReconciledException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The report, composed at most once a second however many ask; for metrics and the page, which ask
 * often. Safe for many threads.
 */
@Singleton
public class LatestReport {
  private static final Logger LOG = Logger.getLogger(LatestReport.class);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private final ComposeReport compose;
  private final InstantSource clock;
  private Optional<Report> latest = Optional.empty();
  private Instant composed = Instant.MIN;

  public LatestReport(ComposeReport compose, InstantSource clock) {
    this.compose = compose;
    this.clock = clock;
  }

  /** Empty while the state database fails: an old report would hide that. */
  public synchronized Optional<Report> get() {
    Instant now = clock.instant();
    if (composed.equals(Instant.MIN) || !now.isBefore(composed.plus(FRESH))) {
      latest = compose();
      composed = now;
    }
    return latest;
  }

  private Optional<Report> compose() {
    try {
      return Optional.of(compose.report());
    } catch (ReconciledException stateFails) {
      LOG.warnf("the report cannot be composed: %s", stateFails.getMessage());
      return Optional.empty();
    }
  }
}
