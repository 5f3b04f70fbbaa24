package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.capture.CaptureState.Phase;
import io.reconciled.capture.debezium.StateDatabase;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.jooq.JooqDueTable;
import io.reconciled.model.KeyType;
import io.reconciled.model.Position;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.state.TestState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What capture does with every kind of store. A subclass says how to make one. */
abstract class CaptureContract {
  private static final Duration TAKEN_OVER = Duration.ofSeconds(15);
  private static final Duration IDLE_FENCE = Duration.ofSeconds(3);
  @TempDir Path folder;
  private FollowedStore store;
  private StateDatabase state;

  abstract FollowedStore fresh();

  @BeforeEach
  void makeStore() {
    store = fresh();
    state =
        new StateDatabase(
            "jdbc:h2:file:" + folder.resolve("state") + ";MODE=PostgreSQL",
            "reconciled",
            new Secret("reconciled"));
  }

  @Test
  void insertUpdateAndDeleteTellTheKey() {
    try (Follower follower = Follower.following(store, state)) {
      store.insert(1);
      follower.awaitTold(1);
      follower.finishAndForget();
      store.update(1);
      follower.awaitTold(1);
      follower.finishAndForget();
      store.delete(1);
      follower.awaitTold(1);
      assertThat(follower.state().counts()).isEqualTo(new CaptureState.Counts(3, 3, 0));
    }
  }

  @Test
  void changeOfTheKeyTellsBoth() {
    store.insert(1);
    try (Follower follower = Follower.following(store, state)) {
      store.changeKey(1, 2);
      follower.awaitTold(1);
      follower.awaitTold(2);
    }
  }

  @Test
  void changesOfACompositeKeyTellAllOfItsParts() {
    FollowedStore composite = store.composite();
    try (Follower follower = Follower.following(composite, state)) {
      composite.insert(1);
      follower.awaitTold(ofTenant(1));
      follower.finishAndForget();
      composite.changeKey(1, 2);
      follower.awaitTold(ofTenant(1));
      follower.awaitTold(ofTenant(2));
      follower.finishAndForget();
      composite.delete(2);
      follower.awaitTold(ofTenant(2));
    }
  }

  private static SharedKey ofTenant(long number) {
    return new SharedKey.Composite(
        List.of(new SharedKey.TextKey(FollowedStore.TENANT), new SharedKey.IntegerKey(number)));
  }

  @Test
  void endOfAnIdleLogIsPassed() {
    try (Follower follower = Follower.following(store, state)) {
      for (int key = 1; key <= 3; key++) {
        store.insert(key);
        Position head = store.head();
        follower.awaitPassed(head, IDLE_FENCE);
        assertThat(follower.told()).contains(SharedKey.of(key));
      }
    }
  }

  @Test
  void whatWasNotFinishedComesAgainAfterARestart() {
    try (Follower follower = Follower.following(store, state)) {
      store.insert(1);
      follower.awaitTold(1);
      follower.awaitTwoSigns();
    }
    try (Follower follower = new Follower(store, state)) {
      follower.awaitTold(1);
    }
  }

  @Test
  void whatWasFinishedDoesNotComeAgain() {
    try (Follower follower = Follower.following(store, state)) {
      store.insert(1);
      follower.awaitTold(1);
      follower.finishAll();
      follower.awaitPassed(store.head(), IDLE_FENCE);
      follower.awaitTwoSigns();
    }
    store.insert(2);
    try (Follower follower = new Follower(store, state)) {
      follower.awaitTold(2);
      assertThat(follower.told()).doesNotContain(SharedKey.of(1));
    }
  }

  @Test
  void changesWhileStoppedAreToldAfterwards() {
    try (Follower follower = Follower.following(store, state)) {
      follower.awaitTwoSigns();
    }
    store.insert(7);
    try (Follower follower = new Follower(store, state)) {
      follower.awaitTold(7);
    }
  }

  /** One transaction of ten times as many rows as may wait in memory. */
  @Test
  void aBurstAboveTheMemoryLimitWaitsInTheTableAndAllOfItIsTold() {
    int keys = 50_000;
    int inMemory = keys / 10;
    Duration holdLimit = Duration.ofSeconds(1);
    DueSettings settings =
        new DueSettings(Duration.ZERO, Duration.ofSeconds(1), holdLimit, inMemory);
    try (var database = TestState.h2InMemory()) {
      DueQueue queue =
          new DueQueue(
              FollowedSql.ENTITY,
              settings,
              new JooqDueTable(database.dataSource(), entity -> KeyType.INTEGER));
      try (Follower follower = new Follower(store, state, queue)) {
        follower.awaitPhase(Phase.Following.class);
        store.insertMany(keys);
        follower.awaitPassed(store.head(), Duration.ofSeconds(90));
        assertThat(queue.waiting()).isLessThanOrEqualTo(inMemory);
        assertThat(follower.state().counts().moves()).isEqualTo(keys);

        queue.spill(Instant.now().plus(holdLimit).plusSeconds(1));
        assertThat(follower.held()).isZero();
        assertThat(follower.finishAllOf(2_000)).hasSize(keys);
      }
    }
  }

  @Test
  void aTableThatIsMappedLaterIsFollowedFromThenOn() {
    try (Follower follower = Follower.following(store, state)) {
      follower.awaitTwoSigns();
    }
    try (Follower follower = Follower.following(store.beside(), state)) {
      store.beside().insert(4);
      follower.awaitTold(4);
    }
  }

  /** A pattern of how a daemon is named that follows the store. */
  abstract String holder();

  @Test
  void aSecondDaemonIsRefusedByNameAndTakesOverWhenTheFirstEnds() {
    Follower first = Follower.following(store, state);
    try (first;
        Follower second = new Follower(store.fromElsewhere(), state)) {
      assertThat(second.awaitRefused())
          .singleElement()
          .satisfies(complaint -> assertThat(complaint.what()).containsPattern(holder()));
      assertThat(first.state().phase()).isInstanceOf(Phase.Following.class);

      first.close();
      second.awaitPhase(Phase.Following.class, TAKEN_OVER);
      store.insert(1);
      second.awaitTold(1);
    }
  }

  @Test
  void stoppingLeavesNoThread() {
    Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    try (Follower follower = Follower.following(store, state)) {
      store.insert(1);
      follower.awaitTold(1);
    }
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(threadsBesides(before)).isEmpty());
  }

  @Test
  void anOutageIsShownAndNothingIsMissed() {
    try (Follower follower = Follower.following(store, state)) {
      store.insert(1);
      follower.awaitTold(1);
      store.server().stop();
      try {
        follower.awaitPhase(Phase.Retrying.class);
      } finally {
        store.server().start();
      }
      store.insert(2);
      follower.awaitTold(2);
      follower.awaitPhase(Phase.Following.class);
      follower.awaitPassed(store.head(), IDLE_FENCE);
    }
  }

  @Test
  void aStoreThatIsDownAtTheStartIsFollowedWhenItComes() {
    store.server().stop();
    try (Follower follower = new Follower(store, state)) {
      try {
        follower.awaitPhase(Phase.Retrying.class);
      } finally {
        store.server().start();
      }
      follower.awaitPhase(Phase.Following.class);
      store.insert(3);
      follower.awaitTold(3);
    }
  }

  final FollowedStore store() {
    return store;
  }

  final StateDatabase state() {
    return state;
  }

  private static Set<Thread> threadsBesides(Set<Thread> before) {
    Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
    now.removeAll(before);
    // Awaitility's own thread looks at the others.
    now.removeIf(thread -> thread.getName().startsWith("awaitility"));
    return now;
  }
}
