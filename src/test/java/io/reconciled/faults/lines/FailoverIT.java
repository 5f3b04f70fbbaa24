package io.reconciled.faults.lines;

import io.reconciled.servers.MongoServer;
import io.reconciled.servers.MongoTrio;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Another member of a replica set takes over from the one that was followed. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailoverIT {
  private final MongoTrio trio = MongoTrio.startNew();
  private final Servers servers = Servers.own(trio);
  private OverLines over;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    over = OverLines.start("failover", servers, folder, List.of());
  }

  @AfterAll
  void end() throws SQLException {
    over.close();
    servers.close();
    trio.close();
  }

  private void loseSome() throws SQLException {
    for (int times = 0; times < 12; times++) {
      over.arrive();
      over.loseIn(OverLines.STORES.get(times % OverLines.STORES.size()));
    }
  }

  @Test
  void nothingIsLostWhenThePrimaryStepsDown() throws SQLException {
    loseSome();
    trio.stepDown();
    loseSome();

    over.awaitFollowing("profiles");
    over.awaitAllLost();
  }

  @Test
  void nothingIsLostWhenThePrimaryIsKilled() throws SQLException {
    loseSome();
    MongoServer primary = trio.primary();
    primary.kill();
    loseSome();

    over.awaitFollowing("profiles");
    over.awaitAllLost();
    primary.start();
    loseSome();
    over.awaitAllLost();
  }
}
