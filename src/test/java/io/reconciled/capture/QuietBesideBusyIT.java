package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.reconciled.capture.debezium.StateDatabase;
import io.reconciled.model.Position;
import io.reconciled.model.Secret;
import io.reconciled.servers.Database;
import io.reconciled.servers.PostgresServer;
import io.reconciled.servers.Servers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody writes into the database that is followed, and others of its server are written to: what
 * is on record goes with the server's log, and the log is not held back.
 */
final class QuietBesideBusyIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(200);
  @TempDir Path folder;
  private StateDatabase state;

  @BeforeEach
  void makeState() {
    state =
        new StateDatabase(
            "jdbc:h2:file:" + folder.resolve("state") + ";MODE=PostgreSQL",
            "reconciled",
            new Secret("reconciled"));
  }

  @Nested
  class InPostgres {
    private final PostgresServer server = Servers.shared().postgres();
    private final Database busy = server.freshDatabase("busy");
    private final FollowedPostgres quiet = FollowedPostgres.fresh();

    @BeforeEach
    void makeTable() throws SQLException {
      busy.execute("CREATE TABLE written (text text)");
    }

    @Test
    void theSlotLetsGoOfWhatOtherDatabasesWrote() throws SQLException {
      try (Follower follower = Follower.following(quiet, state)) {
        follower.awaitTwoSigns();
        write(200);
        long written = writtenTo();
        awaitWhileBusy(() -> {
          write(20);
          follower.guardLog();
          server.admin().execute("CHECKPOINT");
          assertThat(lsn("confirmed_flush_lsn")).isGreaterThan(written);
          assertThat(lsn("restart_lsn")).isGreaterThan(written);
        });
      }
    }

    @Test
    void changesAfterALongSilenceAreToldAlsoAcrossARestart() throws SQLException {
      try (Follower follower = Follower.following(quiet, state)) {
        quiet.insert(1);
        follower.awaitTold(1);
        follower.finishAll();
        write(200);
        long written = writtenTo();
        awaitWhileBusy(() -> {
          follower.guardLog();
          assertThat(lsn("confirmed_flush_lsn")).isGreaterThan(written);
        });
      }
      quiet.insert(2);
      try (Follower follower = Follower.following(quiet, state)) {
        follower.awaitTold(2);
        quiet.insert(3);
        follower.awaitTold(3);
        assertThat(follower.state().gaps()).isZero();
      }
    }

    @Test
    void whatIsNotFinishedHoldsTheSlotAlsoWhileOthersWrite() throws SQLException {
      try (Follower follower = Follower.following(quiet, state)) {
        follower.awaitTwoSigns();
        long before = writtenTo();
        quiet.insert(1);
        follower.awaitTold(1);
        long inserted = writtenTo();
        for (int i = 0; i < 10; i++) {
          write(20);
          follower.guardLog();
          follower.awaitTwoSigns();
        }
        assertThat(lsn("confirmed_flush_lsn")).isLessThan(inserted);
        assertThat(before).isLessThan(inserted);
      }
      try (Follower follower = Follower.following(quiet, state)) {
        follower.awaitTold(1);
      }
    }

    /** About so many hundred kilobytes of log. */
    private void write(int times) throws SQLException {
      busy.execute(
          "INSERT INTO written SELECT repeat('x', 1000) FROM generate_series(1, %d)"
              .formatted(100 * times));
    }

    /** Where the server's log ends that is written. */
    private long writtenTo() throws SQLException {
      return number(server.admin(), "SELECT pg_current_wal_lsn() - '0/0'");
    }

    private long lsn(String which) throws SQLException {
      return number(
          server.admin(),
          "SELECT %s - '0/0' FROM pg_replication_slots WHERE slot_name = 'reconciled_%s'"
              .formatted(which, quiet.settings().name().value()));
    }
  }

  @Test
  void aQuietDatabaseGetsNoMarkWhileNobodyWritesElsewhere() throws SQLException {
    String insertedTo = "SELECT pg_current_wal_insert_lsn() - '0/0'";
    try (PostgresServer alone = PostgresServer.startNew()) {
      FollowedPostgres quiet = FollowedPostgres.in(alone, alone.freshDatabase("alone"));
      try (Follower follower = Follower.following(quiet, state)) {
        follower.awaitTwoSigns();
        alone.admin().execute("CHECKPOINT");
        long before = number(alone.admin(), insertedTo);
        for (int i = 0; i < 5; i++) {
          follower.guardLog();
          follower.awaitTwoSigns();
        }
        assertThat(number(alone.admin(), insertedTo) - before).isLessThan(10_000);
      }
    }
  }

  @Test
  void theBinaryLogIsPassedThoughOnlyOtherDatabasesWrite() throws SQLException {
    var server = Servers.shared().mariaDb();
    Database busy = server.admin(server.freshDatabase("busy"));
    busy.execute("CREATE TABLE written (text text)");
    FollowedMariaDb quiet = FollowedMariaDb.fresh();
    try (Follower follower = Follower.following(quiet, state)) {
      follower.awaitTwoSigns();
      busy.execute("INSERT INTO written SELECT repeat('x', 1000) FROM seq_1_to_1000");
      Position written = quiet.head();
      awaitOnRecord(quiet, written, () -> busy.execute("INSERT INTO written VALUES ('x')"));
    }
  }

  @Test
  void theResumeTokenGoesWithTheOplogThoughOnlyOtherDatabasesWrite() throws Exception {
    Database busy = Servers.shared().mongo().freshDatabase("busy");
    FollowedMongo quiet = FollowedMongo.fresh("_id");
    try (MongoClient client = MongoClients.create(busy.url());
        Follower follower = Follower.following(quiet, state)) {
      follower.awaitTwoSigns();
      var documents = client.getDatabase(busy.name()).getCollection("written");
      documents.insertOne(new Document("first", true));
      Position written = quiet.head();
      awaitOnRecord(quiet, written, () -> documents.insertOne(new Document("again", true)));
    }
  }

  private void awaitOnRecord(FollowedStore quiet, Position written, ThrowingRunnable write) {
    StoredPosition stored = new StoredPosition(state, quiet);
    awaitWhileBusy(() -> {
      write.run();
      assertThat(stored.position())
          .hasValueSatisfying(position -> assertThat(position.atOrAfter(written)).isTrue());
    });
  }

  /** Does it again and again, until what it asserts is so. */
  private static void awaitWhileBusy(ThrowingRunnable writeAndAssert) {
    await().atMost(SOON).pollInterval(BETWEEN_WRITES).untilAsserted(writeAndAssert);
  }

  private static long number(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
