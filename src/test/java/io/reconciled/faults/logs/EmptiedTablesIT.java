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
    whileItFollows(() -> stores.crm("TRUNCATE subscriber", crmBut(11)));

    subscribers.awaitInDoubt("crm", EMPTIED);
    assertThat(subscribers.allGaps().getFirst().detail()).contains("subscriber was truncated");
    sweepsFindAlone("crm", 11);
  }

  @Test
  void aDroppedPostgresTableIsFollowedAndSweptOnceItIsThereAgain()
      throws SQLException, IOException {
    whileItFollows(() -> stores.crm("DROP TABLE subscriber", NEW_CRM, crmBut(12)));

    sweepsFindAlone("crm", 12);
  }

  @Test
  void aPostgresTableThatWasReplacedWhileNobodyLookedIsSwept() throws SQLException, IOException {
    whileNobodyLooks(() ->
        stores.crm(
            "ALTER TABLE subscriber RENAME TO before",
            "ALTER TABLE before RENAME CONSTRAINT subscriber_pkey TO before_pkey",
            NEW_CRM,
            crmBut(13),
            "DROP TABLE before"));

    sweepsFindAlone("crm", 13);
  }

  @Test
  void aTruncatedMariaDbTableIsSwept() throws SQLException, IOException {
    whileItFollows(() -> stores.billing("TRUNCATE TABLE account", billingBut(21)));

    sweepsFindAlone("billing", 21);
  }

  @Test
  void aMariaDbTableThatWasDroppedWhileNobodyLookedIsSwept() throws SQLException, IOException {
    whileNobodyLooks(() -> stores.billing("DROP TABLE account", NEW_BILLING, billingBut(22)));

    sweepsFindAlone("billing", 22);
  }

  @Test
  void aMariaDbTableThatAnotherReplacedByNameIsSwept() throws SQLException, IOException {
    whileItFollows(() ->
        stores.billing(
            "CREATE TABLE fresh LIKE account",
            billingBut(23).replace("account", "fresh"),
            "RENAME TABLE account TO old, fresh TO account",
            "DROP TABLE old",
            "CREATE TABLE behind (id bigint PRIMARY KEY)",
            // The end of an idle binary log is passed behind a transaction, not behind a statement.
            "INSERT INTO behind VALUES (1)"));

    sweepsFindAlone("billing", 23);
  }

  @Test
  void aDroppedCollectionIsSwept() throws SQLException, IOException {
    whileItFollows(() -> stores.inProfiles(profiles -> refill(profiles, 31)));

    sweepsFindAlone("profiles", 31);
  }

  @Test
  void aCollectionThatWasDroppedWhileNobodyLookedIsSwept() throws SQLException, IOException {
    whileNobodyLooks(() -> stores.inProfiles(profiles -> refill(profiles, 32)));

    sweepsFindAlone("profiles", 32);
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

  private interface Work {
    void run() throws SQLException;
  }

  private void whileItFollows(Work work) throws SQLException, IOException {
    subscribers.holdSweeps();
    work.run();
  }

  private void whileNobodyLooks(Work work) throws SQLException, IOException {
    subscribers.stopDaemon();
    work.run();
    subscribers.holdSweeps();
    subscribers.startDaemon();
  }

  /**
   * The store is in doubt; what its log did not tell is found by the sweep, and nothing else is;
   * and the row comes back at last.
   */
  private void sweepsFindAlone(String store, long key) throws SQLException, IOException {
    subscribers.awaitInDoubt(store, EMPTIED);
    assertThat(subscribers.confirmed()).isEmpty();
    subscribers.letSweepsGo();
    subscribers.awaitConfirmed(key);
    subscribers.awaitVerified();
    assertThat(subscribers.confirmed()).containsExactly(String.valueOf(key));
    putBack(store, key);
    subscribers.awaitConfirmed();
  }

  private void putBack(String store, long key) throws SQLException {
    switch (store) {
      case "crm" -> stores.crm("INSERT INTO subscriber VALUES (%d, 'active')".formatted(key));
      case "billing" -> stores.billing("INSERT INTO account VALUES (%d, 'active')".formatted(key));
      default -> stores.inProfiles(profiles -> profiles.insertOne(active(key)));
    }
  }

  private static String crmBut(long key) {
    return "INSERT INTO subscriber SELECT n, 'active' FROM generate_series(1, %d) s(n) WHERE n <> %d"
        .formatted(Subscribers.COUNT, key);
  }

  private static String billingBut(long key) {
    return "INSERT INTO account SELECT seq, 'active' FROM seq_1_to_%d WHERE seq <> %d"
        .formatted(Subscribers.COUNT, key);
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
