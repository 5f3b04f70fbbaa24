package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.due.StoreLog;
import io.reconciled.model.Position;
import io.reconciled.servers.Servers;
import io.reconciled.store.KeptLog;
import io.reconciled.store.mongodb.MongoFeed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How much log real servers keep for a daemon that does not read it. */
final class GuardLogIT {
  private static final long MEGABYTE = 1L << 20;
  private static final long LIMIT = 24 * MEGABYTE;

  private static GuardLog guard(FollowedStore store, StoreLog log) {
    return new GuardLog(
        new Capture.Source(
            store.settings(), store.feed(), List.of(store.dataset()), OptionalLong.of(LIMIT)),
        log,
        InstantSource.system());
  }

  @Test
  void aSlotThatGrowsAboveItsLimitIsDroppedAndMadeAnew() throws Exception {
    FollowedPostgres store = FollowedPostgres.fresh();
    store.feed().prepare(store.settings(), List.of(store.dataset()));
    GuardLog guard = guard(store, new StoreLog(store.settings().name()));
    guard.look();
    assertThat(guard.state().kept().retained()).isNotEmpty();
    assertThat(guard.wanted()).isEmpty();
    assertThat(guard.letGo()).isEmpty();
    assertThat(guard.state().letGo()).isZero();

    write(store, 32);
    guard.look();
    assertThat(guard.state().kept().retained().orElseThrow()).isGreaterThan(LIMIT);
    assertThat(guard.wanted()).isEmpty();
    write(store, 10);
    guard.look();

    assertThat(guard.wanted()).hasValueSatisfying(why -> assertThat(why).contains("24 MB"));
    assertThat(guard.letGo()).isEmpty();
    assertThat(guard.wanted()).isEmpty();
    assertThat(guard.state().letGo()).isEqualTo(1);
    assertThat(guard.state().last()).isPresent();
    guard.look();
    assertThat(guard.state().kept()).isEqualTo(KeptLog.UNKNOWN);
    assertThat(store.feed().prepare(store.settings(), List.of(store.dataset()))).isEmpty();
    guard.look();
    assertThat(guard.state().kept().retained().orElseThrow()).isLessThan(LIMIT);
    store.feed().letGo(store.settings());
  }

  @Test
  void aSlotThatSomebodyReadsIsLeftAlone() throws Exception {
    FollowedPostgres store = FollowedPostgres.fresh();
    store.feed().prepare(store.settings(), List.of(store.dataset()));
    String slot = "reconciled_" + store.settings().name().value();
    try (var reader = OtherReader.of(Servers.shared().postgres().admin(), store, slot)) {
      assertThat(store.feed().letGo(store.settings()))
          .singleElement()
          .satisfies(complaint -> {
            assertThat(complaint.what()).contains(slot, "active");
            assertThat(complaint.fix()).contains("pg_drop_replication_slot('" + slot + "')");
          });
      assertThat(reader.reads()).isTrue();
    }
    store.feed().letGo(store.settings());
  }

  @Test
  void aBinaryLogIsBehindByWhatWasWrittenSince() {
    FollowedMariaDb store = FollowedMariaDb.fresh();
    StoreLog log = new StoreLog(store.settings().name());
    GuardLog guard = guard(store, log);
    guard.look();
    assertThat(guard.state().kept()).isEqualTo(KeptLog.UNKNOWN);
    log.passed(store.head());
    guard.look();
    assertThat(guard.state().kept().behind()).hasValue(0);

    store.insert(1);
    guard.look();

    assertThat(guard.state().kept().behind().orElseThrow()).isPositive();
    assertThat(guard.state().kept().retained()).isEmpty();
    assertThat(guard.wanted()).isEmpty();
  }

  @Test
  void anOplogHasLeftWhatLiesBetweenItsOldestEntryAndThePosition() {
    FollowedMongo store = FollowedMongo.fresh("_id");
    StoreLog log = new StoreLog(store.settings().name());
    GuardLog guard = guard(store, log);
    log.passed(store.head());
    guard.look();
    assertThat(guard.state().kept().left())
        .hasValueSatisfying(left -> assertThat(left).isGreaterThanOrEqualTo(Duration.ZERO));
    Position longAgo = new Position(0, 1L << 32);
    assertThat(new MongoFeed().kept(store.settings(), java.util.Optional.of(longAgo)).left())
        .contains(Duration.ZERO);
  }

  private static void write(FollowedPostgres store, int megabytes) {
    store.execute(
        "CREATE TABLE IF NOT EXISTS written (text text)",
        "INSERT INTO written SELECT repeat('x', 1000) FROM generate_series(1, %d)"
            .formatted(1000 * megabytes));
  }
}
