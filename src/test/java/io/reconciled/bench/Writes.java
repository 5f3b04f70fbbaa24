package io.reconciled.bench;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.reconciled.servers.Database;
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
  private final Duration delay;
  private final Random random = new Random(SEED);
  private final List<Written> written = new ArrayList<>();
  private final List<Propagate> others;
  private final CompletableFuture<Void> crm;
  private volatile boolean closed;

  /**
   * One write to crm.
   *
   * @param took from when it should have begun until it was done: a write that waits for the one
   *     before it is late too
   */
  record Written(Instant at, Duration took) {}

  /**
   * Starts writing.
   *
   * @param delay until a change reaches the other stores
   */
  Writes(Seeded seeded, int perSecond, Duration delay) {
    this.tables = seeded.tables();
    this.spared = seeded.differing();
    this.interval = Duration.ofSeconds(1).dividedBy(perSecond);
    this.delay = delay;
    this.others =
        List.of(
            new Propagate("write-billing", () -> billing(tables.billing())),
            new Propagate("write-profiles", () -> profiles(tables.profiles())));
    this.crm =
        CompletableFuture.runAsync(
            this::crm, task -> Thread.ofPlatform().name("write-crm").daemon().start(task));
  }

  private void crm() {
    try (Connection connection = tables.crm().connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE subscriber SET tariff = ?, updated = ? WHERE id = ?")) {
      for (long planned = System.nanoTime(); !closed; planned += interval.toNanos()) {
        waitUntil(planned);
        Change change = change();
        change.write(update);
        note(new Written(Instant.now(), Duration.ofNanos(System.nanoTime() - planned)));
        others.forEach(other -> other.add(change));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("write-crm broke", e);
    }
  }

  private static void waitUntil(long planned) {
    for (long left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private Change change() {
    long n;
    do {
      n = 1 + random.nextLong(tables.keys());
    } while (spared.contains(tables.shape().key(n).toString()));
    return new Change(
        tables.shape().key(n),
        random.nextInt(Subscribers.TARIFFS),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        System.nanoTime(),
        delay);
  }

  private synchronized void note(Written write) {
    written.add(write);
  }

  /** What was written to crm so far. */
  synchronized List<Written> written() {
    return List.copyOf(written);
  }

  private synchronized int count() {
    return written.size();
  }

  /** Returns when so many more have been written to crm. */
  void awaitMore(int more) {
    int enough = count() + more;
    await().atMost(PATIENCE).until(() -> count() >= enough);
  }

  /** How long the slowest change took to reach all stores. */
  Duration slowest() {
    return others.stream().map(Propagate::slowest).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private static Propagate.Writer billing(Database billing) throws SQLException {
    Connection connection = billing.connect();
    connection.createStatement().execute("SET time_zone = '+00:00'");
    PreparedStatement update =
        connection.prepareStatement("UPDATE account SET tariff = ?, changed = ? WHERE id = ?");
    return new Propagate.Writer() {
      @Override
      public void write(Change change) throws SQLException {
        change.write(update);
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  private static Propagate.Writer profiles(Database database) {
    MongoClient client = MongoClients.create(database.url());
    MongoCollection<Document> profiles =
        client.getDatabase(database.name()).getCollection("profiles");
    return new Propagate.Writer() {
      @Override
      public void write(Change change) {
        var unused =
            profiles.updateOne(
                Filters.eq(change.key()),
                Updates.combine(
                    Updates.set("tariff", change.tariff()),
                    Updates.set("updated", Date.from(change.at()))));
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }

  /** Ends when every change has reached all stores. */
  @Override
  public void close() {
    closed = true;
    try {
      crm.join();
    } finally {
      others.forEach(other -> other.finish(Change.last(delay)));
    }
  }
}
