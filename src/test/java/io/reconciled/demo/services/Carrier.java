package io.reconciled.demo.services;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Brings what is due in an outbox to its service's database, and tries again for as long as the
 * database does not take it. What has piled up goes in one transaction, so that a service that was
 * down is soon up to date.
 */
final class Carrier implements Runnable {

  private static final Duration LOOK = Duration.ofMillis(10);
  private static final int AT_ONCE = 1_000;

  private final Outbox outbox;
  private final Persistent database;
  private final InstantSource clock;
  private final Stop stop;

  Carrier(Outbox outbox, Persistent database, InstantSource clock, Stop stop) {
    this.outbox = outbox;
    this.database = database;
    this.clock = clock;
    this.stop = stop;
  }

  @Override
  public void run() {
    while (!stop.within(LOOK)) {
      List<Carry> due = outbox.due(clock.instant(), AT_ONCE);
      if (!due.isEmpty() && database.put(due.stream().map(Carry::row).toList())) {
        outbox.done(due);
      }
    }
  }
}
