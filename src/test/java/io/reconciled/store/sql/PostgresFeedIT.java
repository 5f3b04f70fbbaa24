package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.PostgresServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.Leftover;
import io.reconciled.store.Resumable;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PostgresFeedIT {
  private final PostgresServer server = Servers.shared().postgres();
  private final Database database = server.freshDatabase("prepared");
  private final PostgresFeed feed = new PostgresFeed();

  @Test
  void thePublicationFollowsTheMappedTables() throws SQLException {
    database.execute(
        "CREATE TABLE \"Odd Name\" (id int PRIMARY KEY)",
        "CREATE TABLE other (id int PRIMARY KEY)");

    assertThat(feed.prepare(settings(database), List.of(dataset("public", "Odd Name")))).isEmpty();
    assertThat(published()).containsExactly("Odd Name");

    List<Dataset> both = List.of(dataset("public", "Odd Name"), dataset("public", "other"));
    assertThat(feed.prepare(settings(database), both)).isEmpty();
    assertThat(feed.prepare(settings(database), both)).isEmpty();
    assertThat(published()).containsExactly("Odd Name", "other");
  }

  @Test
  void aViewThatIsMappedAsATableIsRefused() throws SQLException {
    database.execute(
        "CREATE TABLE seen (id int PRIMARY KEY)", "CREATE VIEW shown AS SELECT id FROM seen");
    Dataset view = dataset("public", "shown");

    assertThat(feed.prepare(settings(database), List.of(view, dataset("public", "seen"))))
        .singleElement()
        .satisfies(complaint -> {
          assertThat(complaint.what()).contains("shown");
          assertThat(complaint.fix()).contains("write view: instead of table:");
        });
    assertThat(published()).containsExactly("seen");
  }

  @Test
  void aTableWithoutPrimaryKeyIsRefusedAndStaysUsable() throws SQLException {
    database.execute("CREATE TABLE bare (id int)", "INSERT INTO bare VALUES (1)");

    List<StoreComplaint> complaints =
        feed.prepare(settings(database), List.of(dataset("public", "bare")));

    assertThat(complaints)
        .singleElement()
        .satisfies(complaint ->
            assertThat(complaint.fix())
                .contains("ALTER TABLE \"public\".\"bare\" REPLICA IDENTITY FULL;"));
    database.execute("UPDATE bare SET id = 2");
    database.execute("ALTER TABLE \"public\".\"bare\" REPLICA IDENTITY FULL;");
    assertThat(feed.prepare(settings(database), List.of(dataset("public", "bare")))).isEmpty();
    database.execute("UPDATE bare SET id = 3");
  }

  @Test
  void aTableThatIsMadeAnewIsPublishedAgainAndNamed() throws SQLException {
    database.execute(
        "CREATE TABLE kept (id int PRIMARY KEY)", "CREATE TABLE replaced (id int PRIMARY KEY)");
    Dataset replaced = dataset("public", "replaced");
    List<Dataset> both = List.of(dataset("public", "kept"), replaced);
    assertThat(feed.seeTo(settings(database), both).added()).isEmpty();

    database.execute("DROP TABLE replaced");
    assertThat(feed.seeTo(settings(database), both).complaints())
        .singleElement()
        .satisfies(complaint -> assertThat(complaint.what()).contains("replaced"));
    assertThat(published()).containsExactly("kept");

    database.execute("CREATE TABLE replaced (id int PRIMARY KEY)");
    assertThat(feed.seeTo(settings(database), both))
        .isEqualTo(new ChangeFeed.SeenTo(Set.of(replaced), List.of()));
    assertThat(published()).containsExactly("kept", "replaced");
    assertThat(feed.seeTo(settings(database), both)).isEqualTo(ChangeFeed.SeenTo.NOTHING);
  }

  @Test
  void aUserWithoutRightsGetsTheStatementsThatMendIt() throws SQLException {
    String poor = database.name() + "_poor";
    database.execute("CREATE TABLE account (id int PRIMARY KEY)");
    server.admin().execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(poor, poor));
    StoreSettings settings = settings(new Database(database.name(), database.url(), poor, poor));
    List<Dataset> mapped = List.of(dataset("public", "account"));

    List<StoreComplaint> complaints = feed.prepare(settings, mapped);

    assertThat(complaints)
        .extracting(StoreComplaint::fix)
        .satisfiesExactly(
            fix -> assertThat(fix).contains("CREATE PUBLICATION"),
            fix -> assertThat(fix).contains("ALTER ROLE \"" + poor + "\" REPLICATION;"));
    for (StoreComplaint complaint : complaints) {
      server.admin(database).execute(statement(complaint));
    }
    assertThat(feed.prepare(settings, mapped)).isEmpty();
  }

  @Test
  void aServerWithoutLogicalDecodingIsRefused() throws SQLException {
    try (PostgresServer other = PostgresServer.startNew(Map.of("wal_level", "replica"))) {
      Database plain = other.freshDatabase("plain");
      plain.execute("CREATE TABLE account (id int PRIMARY KEY)");

      assertThat(feed.prepare(settings(plain), List.of(dataset("public", "account"))))
          .singleElement()
          .satisfies(complaint -> assertThat(complaint.fix()).contains("wal_level = 'logical'"));
    }
  }

  @Test
  void aWrongPasswordIsMisconfigured() {
    Database wrong = new Database(database.name(), database.url(), database.user(), "wrong");

    assertThatThrownBy(() -> feed.prepare(settings(wrong), List.of(dataset("public", "account"))))
        .isInstanceOf(StoreMisconfigured.class);
  }

  @Test
  void aSlotOfAnotherDatabaseOfTheServerIsRefusedByItsName() throws SQLException {
    database.execute("CREATE TABLE account (id int PRIMARY KEY)");
    List<Dataset> mapped = List.of(dataset("public", "account"));
    assertThat(feed.prepare(settings(database), mapped)).isEmpty();
    Database beside = server.freshDatabase("beside");
    beside.execute("CREATE TABLE account (id int PRIMARY KEY)");

    assertThat(feed.prepare(named(database.name(), beside), mapped))
        .singleElement()
        .satisfies(complaint -> {
          assertThat(complaint.what())
              .contains("reconciled_" + database.name(), "belongs to database " + database.name());
          assertThat(complaint.fix())
              .contains("another name", "store:", "run in database " + database.name());
        });
    assertThat(feed.leftovers().in(named(database.name(), beside)))
        .extracting(Leftover::what)
        .containsExactly("publication reconciled_" + database.name());
    assertThat(feed.letGo(named(database.name(), beside))).isEmpty();
    assertThat(feed.leftovers().in(settings(database))).hasSize(2);
    assertThat(feed.letGo(settings(database))).isEmpty();
    assertThat(feed.leftovers().in(settings(database))).hasSize(1);
  }

  private static String statement(StoreComplaint complaint) {
    return complaint.fix().substring(complaint.fix().indexOf("run: ") + "run: ".length());
  }

  private List<String> published() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT tablename FROM pg_publication_tables ORDER BY 1")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  @Test
  void aPlaceWithinTheSlotAndTheLogIsResumable() throws SQLException {
    createSlot();

    assertThat(feed.resumable(settings(database), Map.of("lsn_commit", end())))
        .isEqualTo(new Resumable.FromThere());
  }

  @Test
  void aPlaceBehindTheEndOfTheLogIsLost() throws SQLException {
    createSlot();
    long beyond = end() + (1L << 32);

    assertThat(feed.resumable(settings(database), Map.of("lsn_commit", beyond, "ts_usec", 17L)))
        .isInstanceOfSatisfying(
            Resumable.Lost.class,
            lost -> {
              assertThat(lost.why()).contains("it was set back");
              assertThat(lost.since()).contains(Instant.EPOCH.plusNanos(17_000));
            });
  }

  @Test
  void aPlaceThatTheSlotHasPassedIsLost() throws SQLException {
    createSlot();

    assertThat(feed.resumable(settings(database), Map.of("lsn_commit", 17L)))
        .isInstanceOfSatisfying(
            Resumable.Lost.class,
            lost -> assertThat(lost.why()).contains("past the place on record"));
  }

  @Test
  void aPartitionThatGoesMakesTheTableAnother() throws SQLException {
    database.execute(
        "CREATE TABLE account (id bigint PRIMARY KEY) PARTITION BY RANGE (id)",
        "CREATE TABLE low PARTITION OF account FOR VALUES FROM (0) TO (100)",
        "CREATE TABLE high PARTITION OF account FOR VALUES FROM (100) TO (200)");
    List<Dataset> mapped = List.of(dataset("public", "account"));
    Map<List<String>, String> before = feed.identities(settings(database), mapped);

    assertThat(feed.identities(settings(database), mapped)).isEqualTo(before).hasSize(1);
    database.execute("TRUNCATE low");
    Map<List<String>, String> truncated = feed.identities(settings(database), mapped);
    database.execute("DROP TABLE high");
    Map<List<String>, String> dropped = feed.identities(settings(database), mapped);
    assertThat(List.of(before, truncated, dropped)).doesNotHaveDuplicates();
  }

  private void createSlot() throws SQLException {
    database.execute("CREATE TABLE account (id bigint PRIMARY KEY)");
    assertThat(feed.prepare(settings(database), List.of(dataset("public", "account")))).isEmpty();
  }

  private long end() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet end =
            statement.executeQuery("SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint")) {
      end.next();
      return end.getLong(1);
    }
  }

  private static StoreSettings settings(Database database) {
    return named(database.name(), database);
  }

  private static StoreSettings named(String store, Database database) {
    return database.asStore(new StoreName(store));
  }

  private static Dataset dataset(String... container) {
    return new Dataset(
        new EntityName("subscriber"),
        new DatasetName(container[container.length - 1]),
        new StoreName("crm"),
        List.of(container),
        "id",
        KeyType.INTEGER,
        Map.of());
  }
}
