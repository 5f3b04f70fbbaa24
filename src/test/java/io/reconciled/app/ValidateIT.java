package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.reconciled.servers.Database;
import io.reconciled.servers.MariaDbServer;
import io.reconciled.servers.MongoServer;
import io.reconciled.servers.PostgresServer;
import io.reconciled.servers.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of configurations that are broken, word for word as an operator reads it. */
class ValidateIT {
  private static final String SUBSCRIBER =
      "CREATE TABLE subscriber (id bigint PRIMARY KEY, status varchar(10), place point)";

  private static Database crm;
  @TempDir private Path folder;

  @BeforeAll
  static void makeCrm() throws SQLException {
    crm = Servers.shared().postgres().freshDatabase("crm");
    crm.execute(SUBSCRIBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-key",
        "missing-store",
        "unknown-column",
        "key-type",
        "duplicate-names",
        "empty-rules",
        "bad-cron",
        "several-files"
      })
  void mistakesInFilesAreToldWithTheirLine(String name) throws SQLException {
    assertRefused(new BrokenConfiguration(name, folder).with("CRM", crm));
    assertNothingStarted();
  }

  @Test
  void missingRightsAreToldWithTheStatementThatGrantsThem() throws SQLException {
    PostgresServer postgres = Servers.shared().postgres();
    Database hers = postgres.freshDatabase("norights");
    hers.execute(SUBSCRIBER);
    Database mine = postgres.freshDatabase("stranger");
    Database stranger = new Database(hers.name(), hers.url(), mine.user(), mine.password());
    postgres.admin().execute("ALTER ROLE " + mine.user() + " NOREPLICATION");
    MariaDbServer mariaDb = Servers.shared().mariaDb();
    Database billing = mariaDb.freshDatabase("norights");
    mariaDb.admin(billing).execute(SUBSCRIBER);
    mariaDb
        .admin()
        .execute(
            "REVOKE ALL PRIVILEGES, GRANT OPTION FROM '%s'@'%%'".formatted(billing.user()),
            "GRANT USAGE ON *.* TO '%s'@'%%'".formatted(billing.user()),
            "GRANT CREATE ON %s.* TO '%s'@'%%'".formatted(billing.name(), billing.user()));

    assertRefused(
        new BrokenConfiguration("no-rights", folder)
            .with("CRM", stranger)
            .with("BILLING", billing));
  }

  @Test
  void aBinaryLogThatIsOffIsTold() throws SQLException {
    try (MariaDbServer server = MariaDbServer.startNew("--skip-log-bin")) {
      Database billing = server.freshDatabase("billing");
      server.admin(billing).execute(SUBSCRIBER);

      assertRefused(new BrokenConfiguration("no-binlog", folder).with("BILLING", billing));
    }
  }

  @Test
  void aLogThatIsNotLogicalIsTold() throws SQLException {
    try (PostgresServer server = PostgresServer.startNew(Map.of("wal_level", "replica"))) {
      Database plain = server.freshDatabase("crm");
      plain.execute(SUBSCRIBER);

      assertRefused(new BrokenConfiguration("wal-level", folder).with("CRM", plain));
    }
  }

  @Test
  void aServerWithoutReplicaSetIsTold() {
    try (MongoServer server = MongoServer.startStandalone()) {
      Database profiles = server.freshDatabase("profiles");
      try (MongoClient client = MongoClients.create(profiles.url())) {
        client
            .getDatabase(profiles.name())
            .getCollection("subscriber")
            .insertOne(new Document("_id", 1L).append("status", "active"));
      }

      assertRefused(new BrokenConfiguration("no-replica-set", folder).with("PROFILES", profiles));
    }
  }

  @Test
  void theDaemonRefusesWhatValidateRefuses() throws SQLException {
    BrokenConfiguration broken = new BrokenConfiguration("unknown-column", folder).with("CRM", crm);

    assertThat(broken.run("run"))
        .isEqualTo(new BrokenConfiguration.Said(ExitCode.WRONG_USE, broken.expected()));
    assertNothingStarted();
  }

  private static void assertRefused(BrokenConfiguration broken) {
    BrokenConfiguration.Said said = broken.run("validate");
    assertThat(said.text()).isEqualTo(broken.expected());
    assertThat(said.exitCode()).isEqualTo(ExitCode.WRONG_USE);
  }

  private static void assertNothingStarted() throws SQLException {
    assertThat(rows("SELECT FROM pg_publication")).isZero();
    assertThat(rows("SELECT FROM pg_replication_slots WHERE database = current_database()"))
        .isZero();
    assertThat(Files.exists(Path.of("state"))).isFalse();
  }

  private static int rows(String query) throws SQLException {
    try (Connection connection = crm.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }
}
