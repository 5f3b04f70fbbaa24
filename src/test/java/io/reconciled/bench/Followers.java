package io.reconciled.bench;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.reconciled.app.StateDatabase;
import io.reconciled.capture.Capture;
import io.reconciled.capture.CaptureSettings;
import io.reconciled.capture.FollowedStoresInMemory;
import io.reconciled.capture.RaiseDoubts;
import io.reconciled.capture.Remembered;
import io.reconciled.capture.debezium.DebeziumEngines;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.due.Due;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.StoreLog;
import io.reconciled.due.jooq.JooqDueTable;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyType;
import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Workspace;
import io.reconciled.state.TestState;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Followers of one PostgreSQL table, whose rows are all updated once. All are timed from the first
 * event on, so that how long an engine takes to start does not count.
 */
final class Followers {
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int TRANSACTION = 1_000;
  private final BenchStore store;
  private final int rows;

  Followers(BenchStore store, int rows) {
    this.store = store;
    this.rows = rows;
  }

  /** Lets followers note where the log stands; then every row is updated, in small transactions. */
  void burst(List<String> followers) {
    for (String follower : followers) {
      List<?> complaints =
          store.kind().feed().prepare(settings(follower), List.of(dataset(follower)));
      if (!complaints.isEmpty()) {
        throw new IllegalStateException(complaints.toString());
      }
    }
    List<String> updates = new ArrayList<>();
    for (int from = 1; from <= rows; from += TRANSACTION) {
      updates.add(
          "UPDATE subscriber SET credit = credit + 1 WHERE id BETWEEN %d AND %d"
              .formatted(from, from + TRANSACTION - 1));
    }
    BenchStore.execute(store.database(), updates.toArray(String[]::new));
  }

  /** Seconds that the engine alone takes. */
  double engine(String follower) throws IOException {
    Properties properties = new Properties();
    properties.putAll(
        store.kind().feed().engineProperties(settings(follower), List.of(dataset(follower))));
    properties.putAll(
        Map.of(
            "name", "raw",
            "topic.prefix", follower,
            "heartbeat.interval.ms", "500",
            "poll.interval.ms", "50",
            "offset.flush.interval.ms", "0",
            "errors.max.retries", "0",
            "tombstones.on.delete", "false",
            "decimal.handling.mode", "precise",
            "offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore"));
    Count count = new Count();
    DebeziumEngine<RecordChangeEvent<SourceRecord>> engine =
        DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
            .using(properties)
            .notifying((records, committer) -> count.add(records))
            .build();
    Thread thread = Thread.ofPlatform().start(engine::run);
    count.await(rows);
    engine.close();
    join(thread);
    return count.seconds();
  }

  /** Counts changes, and nothing else. */
  private static final class Count {
    private volatile long first;
    private volatile long last;
    private volatile long seen;

    void add(List<RecordChangeEvent<SourceRecord>> records) {
      int changes = 0;
      for (RecordChangeEvent<SourceRecord> record : records) {
        if (record.record().topic().endsWith("subscriber")) {
          changes++;
        }
      }
      if (seen == 0 && changes > 0) {
        first = System.nanoTime();
      }
      last = System.nanoTime();
      seen += changes;
    }

    void await(long rows) {
      while (seen < rows) {
        LockSupport.parkNanos(1_000_000);
      }
    }

    double seconds() {
      return (last - first) / 1e9;
    }
  }

  /** Seconds until every key is due, and durably so. */
  double due(String follower, int memoryLimit) throws IOException {
    Path folder = Workspace.current().newFolder("bench");
    StateDatabase state = TestState.h2File(folder.resolve("due"));
    StoreLog log = new StoreLog(new StoreName(follower));
    DueQueue queue =
        new DueQueue(
            BenchStore.ENTITY,
            new DueSettings(GRACE, GRACE.multipliedBy(10), Duration.ofSeconds(30), memoryLimit),
            new JooqDueTable(state.dataSource(), name -> KeyType.INTEGER));
    Capture capture =
        new Capture(
            new Capture.Source(settings(follower), store.kind().feed(), List.of(dataset(follower))),
            new DebeziumEngines(
                new io.reconciled.capture.debezium.StateDatabase(
                    "jdbc:h2:file:" + folder.resolve("positions") + ";MODE=PostgreSQL",
                    "reconciled",
                    new Secret("reconciled"))),
            new Due(List.of(queue)),
            log,
            CaptureSettings.DEFAULT,
            InstantSource.system(),
            new Remembered(
                new FollowedStoresInMemory(),
                new RaiseDoubts(
                    log.store(),
                    new DoubtsInMemory(),
                    new StoreHealth(Duration.ofSeconds(5)),
                    Set::of,
                    InstantSource.system())));
    capture.start();
    long first = 0;
    long spilled = 0;
    while (capture.state().counts().moves() < rows) {
      if (first == 0 && capture.state().counts().moves() > 0) {
        first = System.nanoTime();
      }
      long now = System.nanoTime();
      if (now - spilled > 100_000_000) {
        // What the rechecks do meanwhile, while nothing is due.
        queue.spill(InstantSource.system().instant());
        queue.take(InstantSource.system().instant(), 500);
        spilled = System.nanoTime();
      }
      LockSupport.parkNanos(1_000_000);
    }
    double seconds = (System.nanoTime() - first) / 1e9;
    if (queue.waiting() > memoryLimit) {
      throw new IllegalStateException(queue.waiting() + " keys wait in memory");
    }
    capture.stop();
    state.close();
    return seconds;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private StoreSettings settings(String follower) {
    StoreSettings own = store.settings();
    return new StoreSettings(
        new StoreName(follower),
        own.url(),
        own.user(),
        own.password(),
        own.timeout(),
        own.options());
  }

  private Dataset dataset(String follower) {
    Dataset own = store.dataset();
    return new Dataset(
        own.entity(),
        new DatasetName(follower),
        new StoreName(follower),
        own.container(),
        own.keyFields().getFirst(),
        KeyType.INTEGER,
        own.attributes());
  }
}
