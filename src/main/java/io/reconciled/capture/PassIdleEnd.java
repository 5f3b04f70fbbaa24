package io.reconciled.capture;

import io.reconciled.due.StoreLog;
import io.reconciled.model.Position;
import io.reconciled.store.StoreFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Passes the end of a log at rest of which the engine tells the beginning of its last entry only.
 * Asks the store once the same place has been the last for a while, and ever more seldom where that
 * does not help. Used by one thread.
 */
final class PassIdleEnd {
  private static final Logger LOG = Logger.getLogger(PassIdleEnd.class);
  private static final Duration AT_FIRST = Duration.ofSeconds(1);
  private static final Duration AT_LAST = Duration.ofMinutes(1);
  private final Capture.Source source;
  private final StoreLog log;
  private final InstantSource clock;
  private Optional<Position> last = Optional.empty();
  private Duration pause = AT_FIRST;
  private Instant nextAsk = Instant.MIN;

  PassIdleEnd(Capture.Source source, StoreLog log, InstantSource clock) {
    this.source = source;
    this.log = log;
    this.clock = clock;
  }

  /**
   * To be called often while an engine follows the log.
   *
   * @param told the offset of the last record that was delivered, and whose keys are due
   */
  void look(Map<String, ?> told) {
    Optional<Position> passed = log.passed();
    if (!passed.equals(last)) {
      last = passed;
      pause = AT_FIRST;
      nextAsk = clock.instant().plus(pause);
    } else if (source.feed().position(told).equals(last) && !clock.instant().isBefore(nextAsk)) {
      ask(told);
      pause = pause.multipliedBy(2).compareTo(AT_LAST) < 0 ? pause.multipliedBy(2) : AT_LAST;
      nextAsk = clock.instant().plus(pause);
    }
  }

  private void ask(Map<String, ?> told) {
    try {
      source.feed().delivered(source.store(), told).ifPresent(log::passed);
    } catch (StoreFailure notNow) {
      LOG.debugf("store %s: %s", log.store(), notNow.getMessage());
    }
  }
}
