package io.reconciled.demo.services;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes changes in crm at a steady pace, and hands them to the outboxes, all but the lost. */
final class CrmWriter implements Runnable {

  private static final Duration SOONEST = Duration.ofMillis(200);
  private static final Duration LATEST = Duration.ofMillis(1_500);
  private static final int HUNDRED = 100;

  private final Population population;
  private final Persistent crm;
  private final Map<String, Outbox> outboxes;
  private final Traffic traffic;
  private final InstantSource clock;
  private final Stop stop;

  CrmWriter(
      Population population,
      Persistent crm,
      Map<String, Outbox> outboxes,
      Traffic traffic,
      InstantSource clock,
      Stop stop) {
    this.population = population;
    this.crm = crm;
    this.outboxes = outboxes;
    this.traffic = traffic;
    this.clock = clock;
    this.stop = stop;
  }

  @Override
  public void run() {
    Pace pace = new Pace(traffic.perSecond(), clock.instant());
    while (!stop.within(pace.untilNext(clock.instant()))) {
      Optional<ChangeKind> lost = traffic.losses().due(clock.instant());
      if (lost.isPresent()) {
        lose(atRest(lost.get()));
      } else {
        int which = traffic.random().nextInt(HUNDRED);
        make(Change.propose(ChangeKind.ofHundred(which), population));
      }
    }
  }

  private void make(Change change) {
    if (crm.put(List.of(change.row()))) {
      change
          .row()
          .subscriber()
          .ifPresentOrElse(population::put, () -> population.remove(change.key()));
      outboxes.values().forEach(outbox -> carry(change, outbox, clock.instant()));
    }
  }

  private void lose(Change change) {
    if (crm.put(List.of(change.row()))) {
      Instant written = clock.instant();
      String victim = traffic.losses().victim(new ArrayList<>(outboxes.keySet()));
      population.remove(change.key());
      outboxes.forEach((store, outbox) -> {
        if (!store.equals(victim)) {
          carry(change, outbox, written);
        }
      });
      traffic
          .lost()
          .accept(new Loss(change.kind().ifLost(), change.key(), victim, Loss.Cause.LOST, written));
    }
  }

  private void carry(Change change, Outbox outbox, Instant written) {
    long millis = traffic.random().nextLong(SOONEST.toMillis(), LATEST.toMillis() + 1);
    outbox.add(change.row(), written.plusMillis(millis));
  }

  /** A change of a key of which nothing is on its way, so that the loss is all that is wrong. */
  private Change atRest(ChangeKind kind) {
    Change change = Change.propose(kind, population);
    while (onItsWay(change.key())) {
      change = Change.propose(kind, population);
    }
    return change;
  }

  private boolean onItsWay(long key) {
    return outboxes.values().stream().anyMatch(outbox -> outbox.holds(key));
  }
}
