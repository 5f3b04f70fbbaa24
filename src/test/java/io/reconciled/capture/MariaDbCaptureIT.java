package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.capture.CaptureState.Phase;
import io.reconciled.capture.debezium.DebeziumEngines;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Servers;
import io.reconciled.store.sql.LockByName;
import io.reconciled.store.sql.MariaDbFeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MariaDbCaptureIT extends CaptureContract {
  private static final String NUMBER = "database.server.id";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  FollowedStore fresh() {
    return FollowedMariaDb.fresh();
  }

  @Override
  String holder() {
    return "by connection \\d+ \\(user \\S+ from \\S+:\\d+\\), which has the lock '";
  }

  @Test
  void whoseSessionWasEndedMakesWayForADaemonThatCameMeanwhile() throws SQLException {
    try (Follower follower = Follower.following(store(), state());
        Connection other = Servers.shared().mariaDb().admin().connect()) {
      LockByName lock = LockByName.of(other, store().settings());
      lock.endHolder();
      lock.take();
      assertThat(follower.awaitRefused())
          .singleElement()
          .satisfies(complaint -> assertThat(complaint.fix()).contains("KILL " + lock.holder()));

      lock.release();
      follower.awaitPhase(Phase.Following.class);
      assertThat(lock.holder()).isPositive();
    }
  }

  @Test
  void twoReadersOfTheLogDoNotPutEachOtherOut() throws InterruptedException {
    try (Reader here = new Reader("here", properties(UUID.randomUUID()));
        Reader there = new Reader("there", properties(UUID.randomUUID()))) {
      here.awaitHeard();
      there.awaitHeard();
      here.awaitHeard();
      assertThat(here.engine.endedWithin(Duration.ofMillis(1))).isEmpty();
      assertThat(there.engine.endedWithin(Duration.ofMillis(1))).isEmpty();
    }
  }

  @Test
  void whoIsPutOutByAnotherOfItsNumberSaysSo() throws InterruptedException {
    UUID twin = UUID.randomUUID();
    try (Reader first = new Reader("first", properties(twin))) {
      first.awaitHeard();
      try (Reader second = new Reader("second", properties(twin))) {
        second.awaitHeard();
        assertThat(first.engine.endedWithin(PATIENCE))
            .hasValueSatisfying(
                end -> assertThat(end.why()).contains("same server_uuid/server_id"));
      }
    }
  }

  @Test
  void aProcessKeepsItsNumberAndNoOtherHasIt() {
    UUID process = UUID.randomUUID();
    assertThat(properties(process).get(NUMBER))
        .isEqualTo(properties(process).get(NUMBER))
        .isNotEqualTo(properties(UUID.randomUUID()).get(NUMBER));
  }

  private Map<String, String> properties(UUID process) {
    return MariaDbFeed.mariaDb(process)
        .engineProperties(store().settings(), List.of(store().dataset()));
  }

  /** One reader of the log, as one daemon is; two in one process need two names. */
  private final class Reader implements AutoCloseable {
    private final AtomicLong heard = new AtomicLong();
    private final Engine engine;

    Reader(String name, Map<String, String> properties) {
      Deliveries deliveries =
          new Deliveries() {
            @Override
            public long deliver(Delivered record) {
              return heard.incrementAndGet();
            }

            @Override
            public long released() {
              return heard.get();
            }
          };
      this.engine =
          new DebeziumEngines(state())
              .engine(new StoreName(name), new HashMap<>(properties), deliveries);
      engine.start();
    }

    /** Something that comes from now on. */
    void awaitHeard() {
      long before = heard.get();
      await().atMost(PATIENCE).until(() -> heard.get() > before);
    }

    @Override
    public void close() {
      engine.stop();
    }
  }
}
