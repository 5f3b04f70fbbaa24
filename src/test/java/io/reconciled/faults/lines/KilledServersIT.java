package io.reconciled.faults.lines;

import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each database server is killed while the daemon follows it, and comes back. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledServersIT {
  private final Servers servers = Servers.own();
  private OverLines over;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    over = OverLines.start("killed", servers, folder);
  }

  @AfterAll
  void end() throws SQLException {
    over.close();
    servers.close();
  }

  private DatabaseServer server(String store) {
    return switch (store) {
      case "crm" -> servers.postgres();
      case "billing" -> servers.mariaDb();
      default -> servers.mongo();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "billing", "profiles"})
  void whatIsLostBeforeAndWhileAServerIsDeadIsFound(String store) throws SQLException {
    for (int times = 0; times < 20; times++) {
      over.arrive();
      over.loseIn(OverLines.STORES.get(times % OverLines.STORES.size()));
    }
    server(store).kill();
    over.loseIn(store);
    over.awaitNotFollowing(store);
    over.loseIn(store);

    server(store).start();
    over.awaitFollowing(store);
    over.loseIn(store);
    over.awaitAllLost();
  }
}
