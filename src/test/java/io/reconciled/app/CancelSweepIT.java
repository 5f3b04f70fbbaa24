package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.model.EntityName;
import io.reconciled.servers.SwitchedLine;
import io.reconciled.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A sweep is cancelled while a store keeps it waiting. Nothing else ends its waiting here: no
 * question runs into its time-out, and the store answers all but the sweep, so that it does not
 * count as silent.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CancelSweepIT {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final long KEYS = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** So slow that the rows of one range take several seconds. */
  private static final int BYTES_PER_DRIP = 8_000;

  /** More than any answer has but rows, and less than the rows of one range. */
  private static final long SOME_ROWS = 100_000;

  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 1s
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: subscriber_id, attributes: { status: state } }
        profiles: { collection: profiles, key: _id, attributes: { status: state } }
      rules:
        - { name: status, equal: status, authority: crm }
      """;

  private final ThreeStores stores =
      new ThreeStores("cancelled").withEveryConnector("timeout: 10m");
  private final Map<String, SwitchedLine> lines = new TreeMap<>();
  private InProcess daemon;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    stores.fillAlike(KEYS);
    for (String store : List.of("crm", "billing", "profiles")) {
      lines.put(store, stores.sweptOver(store));
    }
    stores.configure(folder, RULES);
    daemon = InProcess.start(folder);
    daemon.awaitSettled(SUBSCRIBER);
  }

  @AfterEach
  void mend() {
    lines.values().forEach(SwitchedLine::mend);
  }

  @AfterAll
  void end() throws SQLException {
    daemon.close();
    lines.values().forEach(SwitchedLine::close);
    stores.dropSlots();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "billing", "profiles"})
  void itEndsWhileTheStoreStillHangs(String hanging) {
    SwitchedLine line = Objects.requireNonNull(lines.get(hanging));
    long before = line.answered();
    line.drip(BYTES_PER_DRIP);
    long id = daemon.sweep(SUBSCRIBER).id();
    await().atMost(PATIENCE).until(() -> line.answered() - before > SOME_ROWS);
    line.swallow();

    assertThat(daemon.rules().now().runSweeps().cancel(id)).isTrue();
    await().atMost(PATIENCE).until(() -> sweep(id).finished().isPresent());

    assertThat(sweep(id).state()).isEqualTo(Sweep.State.CANCELLED);
    assertThat(sweep(id).keys()).isLessThan(KEYS);
    assertThat(sweep(id).unread()).isEmpty();
    line.mend();
    long next = daemon.sweep(SUBSCRIBER).id();
    await().atMost(PATIENCE).until(() -> sweep(next).state() == Sweep.State.COMPLETE);
    assertThat(sweep(next).keys()).isEqualTo(KEYS);
  }

  private Sweep sweep(long id) {
    return daemon.sweeps().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
  }
}
