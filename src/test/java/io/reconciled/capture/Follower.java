package io.reconciled.capture;

import static org.awaitility.Awaitility.await;

import io.reconciled.capture.debezium.DebeziumEngines;
import io.reconciled.capture.debezium.StateDatabase;
import io.reconciled.due.Doubts;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.due.Due;
import io.reconciled.due.DueKey;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.InMemoryDueTable;
import io.reconciled.due.StoreLog;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A running capture with the keys it told of: as much of a daemon as capture knows. */
final class Follower implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(20);
  private final StoreLog log;
  private final Doubts doubts = new DoubtsInMemory();
  private final DueQueue queue;
  private final Capture capture;
  private final List<DueKey> taken = new ArrayList<>();
  private final Set<SharedKey> told = new HashSet<>();

  /** Starts to follow; returns at once. */
  Follower(FollowedStore store, StateDatabase state) {
    this(
        store,
        state,
        new DueQueue(
            FollowedSql.ENTITY, DueSettings.withGrace(Duration.ZERO), new InMemoryDueTable()));
  }

  Follower(FollowedStore store, StateDatabase state, DueQueue queue) {
    this.log = new StoreLog(store.settings().name());
    this.queue = queue;
    this.capture =
        new Capture(
            new Capture.Source(store.settings(), store.feed(), List.of(store.dataset())),
            new DebeziumEngines(state),
            new Due(List.of(queue)),
            log,
            new CaptureSettings(
                Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(10)),
            InstantSource.system(),
            new Remembered(
                new FollowedStoresInMemory(),
                new RaiseDoubts(
                    log.store(),
                    doubts,
                    new StoreHealth(Duration.ofSeconds(5)),
                    Set::of,
                    InstantSource.system())));
    capture.start();
  }

  static Follower following(FollowedStore store, StateDatabase state) {
    Follower follower = new Follower(store, state);
    follower.awaitPhase(CaptureState.Phase.Following.class);
    return follower;
  }

  /** How many keys hold back the log. */
  int held() {
    return log.held();
  }

  CaptureState state() {
    return capture.state();
  }

  /** What the daemon does every few seconds. */
  void guardLog() {
    capture.guardLog();
  }

  void awaitPhase(Class<? extends CaptureState.Phase> phase) {
    awaitPhase(phase, Duration.ofSeconds(60));
  }

  void awaitPhase(Class<? extends CaptureState.Phase> phase, Duration limit) {
    await().atMost(limit).until(() -> phase.isInstance(state().phase()));
  }

  List<StoreComplaint> awaitRefused() {
    AtomicReference<List<StoreComplaint>> complaints = new AtomicReference<>(List.of());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          if (state().phase() instanceof CaptureState.Phase.Refused refused) {
            complaints.set(refused.complaints());
          }
          return !complaints.get().isEmpty();
        });
    return complaints.get();
  }

  /** Takes what is due without finishing it, and waits until the key was among it. */
  void awaitTold(long key) {
    awaitTold(SharedKey.of(key));
  }

  void awaitTold(SharedKey key) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> told().contains(key));
  }

  /** Finishes what was told, so that the next move of a key is given out again. */
  void finishAndForget() {
    finishAll();
    taken.clear();
    told.clear();
  }

  Set<SharedKey> told() {
    List<DueKey> due = queue.take(Instant.MAX, Integer.MAX_VALUE);
    taken.addAll(due);
    due.forEach(key -> told.add(key.key().key()));
    return told;
  }

  void finishAll() {
    told();
    taken.forEach(queue::finished);
  }

  /** Finishes everything that is due, batch by batch; returns the keys. */
  Set<SharedKey> finishAllOf(int batch) {
    Set<SharedKey> keys = new HashSet<>();
    List<DueKey> due = queue.take(Instant.now(), batch);
    while (!due.isEmpty()) {
      due.forEach(key -> {
        keys.add(key.key().key());
        queue.finished(key);
      });
      due = queue.take(Instant.now(), batch);
    }
    return keys;
  }

  void awaitPassed(Position position, Duration limit) {
    await()
        .atMost(limit)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> log.passed().filter(p -> p.atOrAfter(position)).isPresent());
  }

  /** Waits until what has been released so far is acknowledged: each sign does that. */
  void awaitTwoSigns() {
    for (int i = 0; i < 2; i++) {
      Instant before = state().heard().orElse(Instant.MIN);
      await().atMost(SOON).until(() -> state().heard().orElse(Instant.MIN).isAfter(before));
    }
  }

  @Override
  public void close() {
    capture.stop();
  }
}
