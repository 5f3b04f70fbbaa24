package io.reconciled.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.InProcess;
import io.reconciled.app.ThreeStores;
import io.reconciled.model.EntityName;
import io.reconciled.report.CaptureState;
import io.reconciled.report.LogState;
import io.reconciled.report.StoreState;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon that cannot follow, and whose slot would fill the disk of the store's owner. */
@Tag("long")
class LogLetGoIT {
  private static final long LIMIT = 64L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 300ms
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: subscriber_id, attributes: { status: state } }
        profiles: { collection: profiles, key: _id, attributes: { status: state } }
      rules:
        - equal: status
      """;

  private final ThreeStores stores = new ThreeStores("letgo");
  private final Database owner = Servers.shared().postgres().admin(stores.crm());
  @TempDir private Path folder;

  @BeforeEach
  void oneSubscriberMore() throws SQLException, IOException {
    stores.crm("CREATE TABLE written (text text)");
    stores.fillAlike(2);
    stores.configure(folder, RULES);
    Files.writeString(
        folder.resolve("connectors/crm.yaml"), "logLimit: 64MB\n", StandardOpenOption.APPEND);
  }

  @AfterEach
  void leaveNoSlot() throws SQLException {
    stores.dropSlots();
  }

  @Test
  void aSlotAboveItsLimitIsLetGoOfAndWhatWentByIsFoundBySweep() throws SQLException {
    try (InProcess daemon = InProcess.start(folder)) {
      daemon.awaitSettled(new EntityName("subscriber"));
      takeAwayThePublication();
      await()
          .atMost(PATIENCE)
          .until(() -> daemon.capture("crm").detail().contains("publication reconciled_crm"));
      owner.execute("UPDATE subscriber SET status = 'closed' WHERE id = 2");

      write(80);
      await()
          .atMost(PATIENCE)
          .until(() -> log(daemon).retainedBytes().filter(bytes -> bytes > LIMIT).isPresent());
      assertThat(log(daemon).letGo()).isZero();
      write(30);

      await().atMost(PATIENCE).until(() -> log(daemon).letGo() == 1);
      assertThat(log(daemon).lastLetGo())
          .hasValueSatisfying(last -> assertThat(last.why()).contains("64 MB of logLimit"));
      await()
          .atMost(PATIENCE)
          .until(() -> log(daemon).retainedBytes().filter(bytes -> bytes > LIMIT).isEmpty());

      owner.execute("ALTER TABLE subscriber OWNER TO " + stores.crm().user());
      await().atMost(PATIENCE).until(() -> mode(daemon) == CaptureState.Mode.FOLLOWING);
      await().atMost(PATIENCE).until(() -> !daemon.confirmed().isEmpty());
      assertThat(daemon.confirmed())
          .singleElement()
          .satisfies(found -> assertThat(found.key()).isEqualTo("2"));
    }
  }

  /** The daemon's role does not own the table any more, so it cannot publish it again. */
  private void takeAwayThePublication() throws SQLException {
    owner.execute(
        "ALTER TABLE subscriber OWNER TO " + owner.user(),
        "GRANT SELECT ON subscriber TO " + stores.crm().user(),
        "DROP PUBLICATION reconciled_crm",
        "SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots"
            + " WHERE slot_name = 'reconciled_crm'");
  }

  private void write(int megabytes) throws SQLException {
    stores.crm(
        "INSERT INTO written SELECT repeat('x', 1000) FROM generate_series(1, %d)"
            .formatted(1000 * megabytes));
  }

  private static CaptureState.Mode mode(InProcess daemon) {
    return daemon.capture("crm").mode();
  }

  private static LogState log(InProcess daemon) {
    return daemon.report().stores().stream()
        .filter(store -> store.store().equals("crm"))
        .map(StoreState::log)
        .findFirst()
        .orElseThrow();
  }
}
