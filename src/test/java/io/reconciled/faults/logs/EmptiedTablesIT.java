package io.reconciled.faults.logs;

import static io.reconciled.report.Gap.Reason.EMPTIED;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.reconciled.app.ThreeStores;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables and collections that lose all rows at once and are filled again, but for one row. Each
 * test mends what it did.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("long")
class EmptiedTablesIT {
  private static final String REFILL_CRM =
      "INSERT INTO subscriber SELECT n, 'active' FROM generate_series(1, %d) s(n) WHERE n <> %d";
  private static final String REFILL_BILLING =
      "INSERT INTO account SELECT seq, 'active' FROM seq_1_to_%d WHERE seq <> %d";
  private static final String NEW_CRM =
      "CREATE TABLE subscriber (id bigint PRIMARY KEY, status text)";
  private static final String NEW_BILLING =
      "CREATE TABLE account (subscriber_id bigint PRIMARY KEY, state varchar(20))";
  private final ThreeStores stores = new ThreeStores("emptied");
  private Subscribers subscribers;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    subscribers = new Subscribers(stores, folder);
  }

  @AfterAll
  void end() throws SQLException {
    subscribers.close();
  }

  @Test
  void aTruncatedPostgresTableIsSwept() throws SQLException, IOException {
    subscribers.holdSweeps();
    stores.crm("TRUNCATE subscriber", REFILL_CRM.formatted(Subscribers.COUNT, 11));

    subscribers.awaitInDoubt("crm", EMPTIED);
    assertThat(subscribers.allGaps().getFirst().detail()).contains("subscriber was truncated");

    findsAlone(11);
    stores.crm("INSERT INTO subscriber VALUES (11, 'active')");
    subscribers.awaitConfirmed();
  }

  @Test
  void aDroppedPostgresTableIsFollowedAndSweptOnceItIsThereAgain()
      throws SQLException, IOException {
    subscribers.holdSweeps();
    stores.crm("DROP TABLE subscriber", NEW_CRM, REFILL_CRM.formatted(Subscribers.COUNT, 12));

    subscribers.awaitInDoubt("crm", EMPTIED);

    findsAlone(12);
    stores.crm("INSERT INTO subscriber VALUES (12, 'active')");
    subscribers.awaitConfirmed();
  }

  @Test
  void aPostgresTableThatWasReplacedWhileNobodyLookedIsSwept() throws SQLException, IOException {
    subscribers.stopDaemon();
    stores.crm(
        "ALTER TABLE subscriber RENAME TO before",
        "ALTER TABLE before RENAME CONSTRAINT subscriber_pkey TO before_pkey",
        NEW_CRM,
        REFILL_CRM.formatted(Subscribers.COUNT, 13),
        "DROP TABLE before");
    subscribers.holdSweeps();
    subscribers.startDaemon();

    subscribers.awaitInDoubt("crm", EMPTIED);

    findsAlone(13);
    stores.crm("INSERT INTO subscriber VALUES (13, 'active')");
    subscribers.awaitConfirmed();
  }

  @Test
  void aTruncatedMariaDbTableIsSwept() throws SQLException, IOException {
    subscribers.holdSweeps();
    stores.billing("TRUNCATE TABLE account", REFILL_BILLING.formatted(Subscribers.COUNT, 21));

    subscribers.awaitInDoubt("billing", EMPTIED);

    findsAlone(21);
    stores.billing("INSERT INTO account VALUES (21, 'active')");
    subscribers.awaitConfirmed();
  }

  @Test
  void aMariaDbTableThatWasDroppedWhileNobodyLookedIsSwept() throws SQLException, IOException {
    subscribers.stopDaemon();
    stores.billing(
        "DROP TABLE account", NEW_BILLING, REFILL_BILLING.formatted(Subscribers.COUNT, 22));
    subscribers.holdSweeps();
    subscribers.startDaemon();

    subscribers.awaitInDoubt("billing", EMPTIED);

    findsAlone(22);
    stores.billing("INSERT INTO account VALUES (22, 'active')");
    subscribers.awaitConfirmed();
  }

  @Test
  void aMariaDbTableThatAnotherReplacedByNameIsSwept() throws SQLException, IOException {
    subscribers.holdSweeps();
    stores.billing(
        "CREATE TABLE fresh LIKE account",
        REFILL_BILLING.replace("account", "fresh").formatted(Subscribers.COUNT, 23),
        "RENAME TABLE account TO old, fresh TO account",
        "DROP TABLE old",
        "CREATE TABLE behind (id bigint PRIMARY KEY)",
        // The end of an idle binary log is passed behind a transaction, not behind a statement.
        "INSERT INTO behind VALUES (1)");

    subscribers.awaitInDoubt("billing", EMPTIED);

    findsAlone(23);
    stores.billing("INSERT INTO account VALUES (23, 'active')");
    subscribers.awaitConfirmed();
  }

  @Test
  void aDroppedCollectionIsSwept() throws IOException, SQLException {
    subscribers.holdSweeps();
    stores.inProfiles(profiles -> refill(profiles, 31));

    subscribers.awaitInDoubt("profiles", EMPTIED);

    findsAlone(31);
    stores.inProfiles(profiles -> profiles.insertOne(active(31)));
    subscribers.awaitConfirmed();
  }

  @Test
  void aCollectionThatWasDroppedWhileNobodyLookedIsSwept() throws IOException, SQLException {
    subscribers.stopDaemon();
    stores.inProfiles(profiles -> refill(profiles, 32));
    subscribers.holdSweeps();
    subscribers.startDaemon();

    subscribers.awaitInDoubt("profiles", EMPTIED);

    findsAlone(32);
    stores.inProfiles(profiles -> profiles.insertOne(active(32)));
    subscribers.awaitConfirmed();
  }

  @Test
  void manyDocumentsDeletedByOneStatementAreEachToldOf() {
    long sweeps = subscribers.completeSweeps();
    Long[] keys = LongStream.rangeClosed(41, 90).boxed().toArray(Long[]::new);
    stores.inProfiles(profiles ->
        profiles.deleteMany(Filters.and(Filters.gte("_id", 41L), Filters.lte("_id", 90L))));

    subscribers.awaitConfirmed(keys);
    assertThat(subscribers.completeSweeps()).isEqualTo(sweeps);
    assertThat(subscribers.allGaps()).isEmpty();
    stores.inProfiles(profiles -> {
      for (long key : keys) {
        profiles.insertOne(active(key));
      }
    });
    subscribers.awaitConfirmed();
  }

  @Test
  void aStatementOnAnotherTableLeavesNoDoubt() throws SQLException {
    long before = subscribers.daemon().capture("billing").gaps();
    stores.billing(
        "CREATE TABLE accounts (id bigint PRIMARY KEY)",
        "INSERT INTO accounts VALUES (1)",
        "TRUNCATE TABLE accounts",
        "DROP TABLE accounts",
        "ALTER TABLE account ADD COLUMN note varchar(20)",
        "CREATE INDEX account_note ON account (note)",
        "UPDATE account SET state = 'closed' WHERE subscriber_id = 24");

    subscribers.awaitConfirmed(24L);
    assertThat(subscribers.daemon().capture("billing").gaps()).isEqualTo(before);
    stores.billing(
        "ALTER TABLE account DROP COLUMN note",
        "UPDATE account SET state = 'active' WHERE subscriber_id = 24");
    subscribers.awaitConfirmed();
  }

  /** What the log did not tell is found by the sweep, and nothing else is. */
  private void findsAlone(long key) throws IOException {
    assertThat(subscribers.confirmed()).isEmpty();
    subscribers.letSweepsGo();
    subscribers.awaitConfirmed(key);
    subscribers.awaitVerified();
    assertThat(subscribers.confirmed()).containsExactly(String.valueOf(key));
  }

  private static void refill(MongoCollection<Document> profiles, long butFor) {
    profiles.drop();
    profiles.insertMany(
        Subscribers.documents().stream()
            .filter(document -> document.getLong("_id") != butFor)
            .toList());
  }

  private static Document active(long key) {
    return new Document("_id", key).append("state", "active");
  }
}
