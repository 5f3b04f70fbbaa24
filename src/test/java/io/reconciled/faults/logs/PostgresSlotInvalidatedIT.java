package io.reconciled.faults.logs;

import static io.reconciled.report.Gap.Reason.LOG_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.ThreeStores;
import io.reconciled.servers.PostgresServer;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that would rather take a slot's log away than fill its disk. */
@Tag("long")
class PostgresSlotInvalidatedIT {
  @TempDir private Path folder;

  @Test
  void aSlotThatLostItsLogIsMadeAnewAndLeavesADoubt() throws SQLException, IOException {
    Servers shared = Servers.shared();
    try (PostgresServer server =
            PostgresServer.startNew(
                Map.of("max_slot_wal_keep_size", "1MB", "max_wal_size", "32MB"));
        Subscribers subscribers =
            new Subscribers(
                new ThreeStores("invalid", server, shared.mariaDb(), shared.mongo()), folder)) {
      subscribers.stopDaemon();
      subscribers.stores().crm("UPDATE subscriber SET status = 'closed' WHERE id = 7");
      Subscribers.until(() -> hasLostItsSlot(server));
      subscribers.holdSweeps();

      subscribers.startDaemon();
      subscribers.awaitInDoubt("crm", LOG_LOST);
      assertThat(subscribers.allGaps().getFirst().detail()).contains("has lost the log");

      subscribers.letSweepsGo();
      subscribers.awaitConfirmed(7L);
      subscribers.awaitVerified();
      subscribers.stores().crm("UPDATE subscriber SET status = 'closed' WHERE id = 8");
      subscribers.awaitConfirmed(7L, 8L);
    }
  }

  /** Writes some log first. */
  private static boolean hasLostItsSlot(PostgresServer server) {
    try (Connection connection = server.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_logical_emit_message(false, 'filler', repeat('x', 1000000))");
      statement.execute("SELECT pg_switch_wal()");
      statement.execute("CHECKPOINT");
      ResultSet slot =
          statement.executeQuery("SELECT bool_and(wal_status = 'lost') FROM pg_replication_slots");
      slot.next();
      return slot.getBoolean(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
