package io.reconciled.faults.logs;

import static io.reconciled.report.Gap.Reason.LOG_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.ThreeStores;
import io.reconciled.report.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replication slot that went while the daemon was away, or under it. */
class PostgresLogLostIT {
  private static final String STATE = "state.mv.db";
  private final ThreeStores stores = new ThreeStores("slot");
  @TempDir private Path folder;
  private Subscribers subscribers;

  @BeforeEach
  void start() throws SQLException, IOException {
    subscribers = new Subscribers(stores, folder);
  }

  @AfterEach
  void end() throws SQLException {
    subscribers.close();
  }

  @Test
  void aDroppedSlotLeavesADoubtThatOnlyAFullSweepSettles() throws SQLException, IOException {
    Instant before = Instant.now();
    subscribers.stopDaemon();
    stores.dropSlots();
    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = 7");
    subscribers.holdSweeps();

    subscribers.startDaemon();
    subscribers.awaitInDoubt("crm", LOG_LOST);
    Gap gap = subscribers.allGaps().getFirst();
    assertThat(gap.detail()).contains("replication slot", "is gone");
    assertThat(gap.since().orElseThrow()).isBefore(before.plus(Duration.ofSeconds(5)));
    assertThat(subscribers.daemon().capture("crm").gaps()).isEqualTo(1);

    subscribers.restartDaemon();
    subscribers.awaitInDoubt("crm", LOG_LOST);
    assertThat(subscribers.daemon().capture("crm").gaps()).isZero();
    assertThat(subscribers.confirmed()).isEmpty();

    subscribers.letSweepsGo();
    subscribers.awaitConfirmed(7L);
    subscribers.awaitVerified();

    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = 8");
    subscribers.awaitConfirmed(7L, 8L);
  }

  @Test
  void aStateDatabaseOlderThanTheSlotLeavesADoubt() throws SQLException, IOException {
    subscribers.stopDaemon();
    Path backup = folder.resolve("backup");
    Files.copy(folder.resolve(STATE), backup);
    subscribers.startDaemon();
    subscribers.awaitVerified();
    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = 7");
    subscribers.awaitConfirmed(7L);
    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = 9");
    subscribers.awaitConfirmed(7L, 9L);
    subscribers.stopDaemon();
    Files.copy(backup, folder.resolve(STATE), StandardCopyOption.REPLACE_EXISTING);
    subscribers.holdSweeps();

    subscribers.startDaemon();
    subscribers.awaitInDoubt("crm", LOG_LOST);
    assertThat(subscribers.allGaps().getFirst().detail()).contains("past the place on record");

    subscribers.letSweepsGo();
    subscribers.awaitConfirmed(7L, 9L);
    subscribers.awaitVerified();
  }

  @Test
  void aPlaceThatIsGoneFromTheStateDatabaseLeavesADoubt() throws SQLException, IOException {
    subscribers.stopDaemon();
    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = 7");
    String url = "jdbc:h2:file:" + folder.resolve("state") + ";DATABASE_TO_LOWER=TRUE";
    try (Connection state = DriverManager.getConnection(url, "reconciled", "reconciled");
        Statement statement = state.createStatement()) {
      statement.execute("DELETE FROM \"capture-position-crm\"");
    }
    subscribers.holdSweeps();

    subscribers.startDaemon();
    subscribers.awaitInDoubt("crm", LOG_LOST);
    assertThat(subscribers.allGaps().getFirst().detail()).contains("no place in its log");

    subscribers.letSweepsGo();
    subscribers.awaitConfirmed(7L);
    subscribers.awaitVerified();
  }

  @Test
  void aSlotDroppedUnderTheDaemonIsMadeAnewAndLeavesADoubt() throws SQLException, IOException {
    subscribers.holdSweeps();
    Subscribers.until(() -> takeSlotAway());
    subscribers.awaitInDoubt("crm", LOG_LOST);

    subscribers.letSweepsGo();
    subscribers.awaitVerified();
    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = 7");
    subscribers.awaitConfirmed(7L);
  }

  /** Its reader must be ended first, and may be back before it is dropped. */
  private boolean takeSlotAway() {
    try {
      stores.crmAsAdmin(
          "SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots"
              + " WHERE database = current_database() AND active_pid IS NOT NULL");
      stores.dropSlots();
      return true;
    } catch (SQLException stillRead) {
      return false;
    }
  }
}
