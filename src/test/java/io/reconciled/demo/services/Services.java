package io.reconciled.demo.services;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The three services. Life: {@link #fill}, {@link #seed}, {@link #start}, {@link #stopChanges},
 * {@link #awaitCarried}, {@link #close}; the last one at any time.
 */
public final class Services implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final Databases databases;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Population population;
  private final Map<String, Outbox> outboxes = new LinkedHashMap<>();
  private final Stop changes = new Stop();
  private final Stop carries = new Stop();
  private final List<Thread> carriers = new ArrayList<>();
  private Optional<Thread> writer = Optional.empty();

  public Services(Databases databases, RandomGenerator random, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
    this.random = random;
    this.population = new Population(random);
    databases.followers().forEach(store -> outboxes.put(store.store(), new Outbox()));
  }

  /** Gives all services so many subscribers, alike. */
  public void fill(int count) {
    Fill.alike(count, population, databases);
  }

  /** Makes the services differ in so many places. */
  public List<Loss> seed(int count) {
    return new Seeds(population, databases.followers()).plant(count, clock.instant());
  }

  /**
   * Changes every subscriber in every service, without a pause; about one in so many changes never
   * gets to one of the services.
   */
  public List<Loss> backlog(int oneIn) {
    return new Backlog(population, databases, random, clock).write(oneIn);
  }

  /** Begins to change subscribers in crm, and to carry the changes over. */
  public void start(Traffic traffic) {
    Persistent crm = new Persistent(databases.crm(), changes, traffic.complaints());
    CrmWriter work = new CrmWriter(population, crm, outboxes, traffic, clock, changes);
    writer = Optional.of(run("crm", work));
    for (ServiceDatabase store : databases.followers()) {
      Persistent persistent = new Persistent(store, carries, traffic.complaints());
      Outbox outbox = outboxes.getOrDefault(store.store(), new Outbox());
      Carrier carrier = new Carrier(outbox, persistent, clock, carries);
      carriers.add(run("carry-to-" + store.store(), carrier));
    }
  }

  /** Returns when no more changes are made in crm; what is on its way still arrives. */
  public void stopChanges() {
    changes.ask();
    writer.ifPresent(Services::join);
  }

  /**
   * Waits until every change has arrived.
   *
   * @return false if some had not, when the time was over
   */
  public boolean awaitCarried(Duration limit) {
    Instant end = clock.instant().plus(limit);
    while (!outboxes.values().stream().allMatch(Outbox::isEmpty)) {
      if (clock.instant().isAfter(end) || carries.within(LOOK)) {
        return false;
      }
    }
    return true;
  }

  /** Ends without waiting for what is on its way. */
  @Override
  public void close() {
    carries.ask();
    stopChanges();
    carriers.forEach(Services::join);
    databases.close();
  }

  private static Thread run(String name, Runnable work) {
    return Thread.ofPlatform().name(name).daemon().start(work);
  }

  private static void join(Thread thread) {
    try {
      thread.join(END_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
