package io.reconciled.faults.logs;

import static io.reconciled.report.Gap.Reason.LOG_LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.ThreeStores;
import io.reconciled.servers.Database;
import io.reconciled.servers.MariaDbServer;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A binary log that went while the daemon was away. */
class MariaDbLogLostIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static MariaDbServer server;
  @TempDir private Path folder;
  private Subscribers subscribers;

  @BeforeAll
  static void startServer() {
    server = MariaDbServer.startNew();
  }

  @AfterAll
  static void closeServer() {
    server.close();
  }

  @BeforeEach
  void start() throws SQLException, IOException {
    Servers shared = Servers.shared();
    subscribers =
        new Subscribers(
            new ThreeStores("binlog", shared.postgres(), server, shared.mongo()), folder);
  }

  @AfterEach
  void end() throws SQLException {
    subscribers.close();
  }

  @Test
  void aPurgedLogLeavesADoubtThatOnlyAFullSweepSettles() throws SQLException, IOException {
    subscribers.stopDaemon();
    close(7);
    purge();
    subscribers.holdSweeps();

    subscribers.startDaemon();
    subscribers.awaitInDoubt("billing", LOG_LOST);
    assertThat(subscribers.allGaps().getFirst().detail()).contains("was purged");

    subscribers.restartDaemon();
    subscribers.awaitInDoubt("billing", LOG_LOST);
    assertThat(subscribers.confirmed()).isEmpty();

    subscribers.letSweepsGo();
    subscribers.awaitConfirmed(7L);
    subscribers.awaitVerified();
    close(8);
    subscribers.awaitConfirmed(7L, 8L);
  }

  @Test
  void aPurgeOfWhatWasReadLosesNothing() throws SQLException, IOException {
    close(5);
    subscribers.awaitConfirmed(5L);
    subscribers.awaitVerified();
    Subscribers.until(this::hasAcknowledgedAll);
    subscribers.stopDaemon();
    purge();
    close(6);
    subscribers.holdSweeps();

    subscribers.startDaemon();
    subscribers.awaitConfirmed(5L, 6L);
    assertThat(subscribers.gaps(LOG_LOST)).isEmpty();
    subscribers.letSweepsGo();
  }

  @Test
  @Tag("long")
  void aLogThatBeganAnewLeavesADoubt() throws SQLException, IOException {
    subscribers.stopDaemon();
    close(7);
    server.admin().execute("RESET MASTER");
    close(8);
    subscribers.holdSweeps();

    subscribers.startDaemon();
    subscribers.awaitInDoubt("billing", LOG_LOST);

    subscribers.letSweepsGo();
    subscribers.awaitConfirmed(7L, 8L);
    subscribers.awaitVerified();
  }

  @Test
  @Tag("long")
  void aServerInPlaceOfAnotherLeavesADoubt() throws SQLException, IOException {
    subscribers.stopDaemon();
    try (MariaDbServer other = MariaDbServer.startNew()) {
      Database database = other.freshDatabase("billing");
      other
          .admin(database)
          .execute(
              "CREATE TABLE account (subscriber_id bigint PRIMARY KEY, state varchar(20))",
              "INSERT INTO account SELECT seq, 'active' FROM seq_1_to_" + Subscribers.COUNT,
              "UPDATE account SET state = 'closed' WHERE subscriber_id = 7",
              "CREATE TABLE filler (id bigint PRIMARY KEY, text longtext)",
              "INSERT INTO filler SELECT seq, repeat('x', 1000) FROM seq_1_to_10000");
      Files.writeString(
          folder.resolve("connectors/billing.yaml"),
          "store: billing%nkind: mariadb%nurl: %s%nuser: %s%npassword: %s%n"
              .formatted(database.url(), database.user(), database.password()));

      subscribers.startDaemon();
      Subscribers.until(() -> subscribers.gaps(LOG_LOST).contains("billing"));
      subscribers.awaitConfirmed(7L);
      subscribers.awaitVerified();
      subscribers.stopDaemon();
    }
  }

  private void close(long key) throws SQLException {
    subscribers
        .stores()
        .billing("UPDATE account SET state = 'closed' WHERE subscriber_id = " + key);
  }

  private boolean hasAcknowledgedAll() {
    try {
      String end = "\"pos\":%d,".formatted(logEnd().getValue());
      return subscribers.place("billing").filter(place -> place.contains(end)).isPresent();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The server passes over a file that is still being sent, without a word. */
  private static void purge() throws SQLException {
    server.admin().execute("FLUSH BINARY LOGS");
    String last = logEnd().getKey();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              server.admin().execute("PURGE BINARY LOGS TO '%s'".formatted(last));
              return firstFile();
            },
            last::equals);
  }

  private static String firstFile() throws SQLException {
    try (Connection connection = server.admin().connect();
        Statement statement = connection.createStatement();
        ResultSet files = statement.executeQuery("SHOW BINARY LOGS")) {
      files.next();
      return files.getString(1);
    }
  }

  /** The file and the place in it at which the log ends. */
  private static Map.Entry<String, Long> logEnd() throws SQLException {
    try (Connection connection = server.admin().connect();
        Statement statement = connection.createStatement();
        ResultSet end = statement.executeQuery("SHOW MASTER STATUS")) {
      end.next();
      return Map.entry(end.getString(1), end.getLong(2));
    }
  }
}
