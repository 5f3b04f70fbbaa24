package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.jooq.JooqSweepLog;
import io.reconciled.sweep.segment.SegmentNow;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon over three real stores that sweeps again only where their logs show moves. */
class SweepMovedIT {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final long KEYS = 40_000;
  private static final long MOVED = 33_333;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 500ms
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: subscriber_id, attributes: { status: state } }
        profiles: { collection: profiles, key: _id, attributes: { status: state } }
      rules:
        - { name: status, equal: status, authority: crm }
      """;

  private final ThreeStores stores = new ThreeStores("moved");
  @TempDir private Path folder;
  private InProcess daemon;

  @BeforeEach
  void start() throws SQLException, IOException {
    stores.fillAlike(KEYS);
    stores.configure(folder, RULES);
    daemon = InProcess.start(folder);
  }

  @AfterEach
  void end() throws SQLException {
    daemon.close();
    stores.dropSlots();
  }

  @Test
  void whereALogShowsAMoveAndNowhereElseKeysAreReadAgain() throws SQLException {
    await().atMost(PATIENCE).until(() -> moved().isEmpty());
    int all = segments().size();

    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = " + MOVED);
    await().atMost(PATIENCE).until(() -> !moved().isEmpty());

    assertThat(all).isGreaterThan(2);
    assertThat(moved())
        .singleElement()
        .matches(segment -> segment.range().contains(SharedKey.of(MOVED)));
    long id = daemon.rules().now().runSweeps().startMoved(SUBSCRIBER, "test").id();
    await().atMost(PATIENCE).until(() -> sweep(id).state() == Sweep.State.COMPLETE);
    assertThat(sweep(id).asked()).isEqualTo("test, moved");
    assertThat(sweep(id).keys()).isBetween(5_000L, KEYS / 2);
    assertThat(sweep(id).suspects()).isEqualTo(1);
    assertThat(moved()).isEmpty();
  }

  private Sweep sweep(long id) {
    return new JooqSweepLog(daemon.state()).byId(id).orElseThrow();
  }

  private List<SegmentNow> segments() {
    return daemon.rules().running().segments().of(SUBSCRIBER);
  }

  private List<SegmentNow> moved() {
    return segments().stream().filter(SegmentNow::moved).toList();
  }
}
