package io.reconciled.bench;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/**
 * A service that changes subscribers in crm at a steady rate; billing and profiles hear of each
 * change some time later. Subscribers that differ on purpose are left alone.
 */
final class Writes implements AutoCloseable {
  private static final long SEED = 11;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private final Tables tables;
  private final Set<String> spared;
  private final Duration interval;
  private final Duration propagation;
  private final DelayQueue<Change> toBilling = new DelayQueue<>();
  private final DelayQueue<Change> toProfiles = new DelayQueue<>();
  private final List<Written> written = new ArrayList<>();
  private final List<CompletableFuture<Void>> threads = new ArrayList<>();
  private volatile boolean closed;

  /**
   * One write to crm.
   *
   * @param took from when it should have begun until it was done: a write that waits for the one
   *     before it is late too
   */
  record Written(Instant at, Duration took) {}

  private Writes(Seeded seeded, int perSecond, Duration propagation) {
    this.tables = seeded.tables();
    this.spared = seeded.differing();
    this.interval = Duration.ofSeconds(1).dividedBy(perSecond);
    this.propagation = propagation;
  }

  static Writes start(Seeded seeded, int perSecond, Duration propagation) {
    Writes writes = new Writes(seeded, perSecond, propagation);
    writes.thread("write-billing", writes::billing);
    writes.thread("write-profiles", writes::profiles);
    writes.thread("write-crm", writes::crm);
    return writes;
  }

  private interface Work {
    void run() throws SQLException, InterruptedException;
  }

  private void thread(String name, Work work) {
    threads.add(
        CompletableFuture.runAsync(
            () -> {
              try {
                work.run();
              } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(name + " broke", e);
              }
            },
            task -> Thread.ofPlatform().name(name).daemon().start(task)));
  }

  private void crm() throws SQLException {
    Random random = new Random(SEED);
    try (Connection connection = tables.crm().connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE subscriber SET tariff = ?, updated = ? WHERE id = ?")) {
      long planned = System.nanoTime();
      while (!closed) {
        LockSupport.parkNanos(planned - System.nanoTime());
        if (System.nanoTime() >= planned) {
          Change change = change(random);
          change.write(update);
          Duration took = Duration.ofNanos(System.nanoTime() - planned);
          toBilling.add(change);
          toProfiles.add(change);
          note(new Written(Instant.now(), took));
          planned += interval.toNanos();
        }
      }
    } finally {
      toBilling.add(Change.last(propagation));
      toProfiles.add(Change.last(propagation));
    }
  }

  private Change change(Random random) {
    long n;
    do {
      n = 1 + random.nextLong(tables.keys());
    } while (spared.contains(tables.shape().key(n).toString()));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Change(
        tables.shape().key(n),
        random.nextInt(Subscribers.TARIFFS),
        now,
        System.nanoTime() + propagation.toNanos());
  }

  private synchronized void note(Written write) {
    written.add(write);
  }

  /** What was written to crm so far. */
  synchronized List<Written> written() {
    return List.copyOf(written);
  }

  /** Returns when so many more have been written to crm. */
  void awaitMore(int count) {
    int enough = written().size() + count;
    await().atMost(PATIENCE).until(() -> written().size() >= enough);
  }

  private void billing() throws SQLException, InterruptedException {
    try (Connection connection = tables.billing().connect()) {
      connection.createStatement().execute("SET time_zone = '+00:00'");
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE account SET tariff = ?, changed = ? WHERE id = ?")) {
        for (Change c = toBilling.take(); !c.isLast(); c = toBilling.take()) {
          c.write(update);
        }
      }
    }
  }

  private void profiles() throws InterruptedException {
    try (MongoClient client = MongoClients.create(tables.profiles().url())) {
      MongoCollection<Document> profiles =
          client.getDatabase(tables.profiles().name()).getCollection("profiles");
      for (Change c = toProfiles.take(); !c.isLast(); c = toProfiles.take()) {
        var unused =
            profiles.updateOne(
                Filters.eq(c.key()),
                Updates.combine(
                    Updates.set("tariff", c.tariff()), Updates.set("updated", Date.from(c.at()))));
      }
    }
  }

  /** Ends when every change has reached all stores. */
  @Override
  public void close() {
    closed = true;
    CompletableFuture.allOf(threads.toArray(CompletableFuture[]::new)).join();
  }
}
