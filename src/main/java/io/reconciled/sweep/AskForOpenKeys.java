package io.reconciled.sweep;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.model.SharedKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a look at every key of an entity with something open on record: after a restart, so that
 * suspects go on; with each sweep, because without capture nothing else would find them mended.
 */
public final class AskForOpenKeys {
  private static final int PAGE = 500;
  private final DueQueue due;
  private final Discrepancies discrepancies;
  private final InstantSource clock;

  public AskForOpenKeys(DueQueue due, Discrepancies discrepancies, InstantSource clock) {
    this.due = due;
    this.discrepancies = discrepancies;
    this.clock = clock;
  }

  /**
   * Durable when it returns.
   *
   * @param grace how long after now to look
   */
  public void ask(Duration grace) {
    Optional<SharedKey> after = Optional.empty();
    List<SharedKey> page;
    do {
      page = discrepancies.openKeys(due.entity(), after, PAGE);
      if (!page.isEmpty()) {
        Instant now = clock.instant();
        due.ask(page, now, now.plus(grace));
        after = Optional.of(page.getLast());
      }
    } while (page.size() == PAGE);
  }
}
