package io.reconciled.faults;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.reconciled.app.InProcess;
import io.reconciled.app.ThreeStores;
import io.reconciled.model.EntityName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Transactions of every kind that stay open over several grace windows, told by other differences
 * that are confirmed meanwhile. Nothing is seen of them before they end, and all of it afterwards.
 */
class TransactionsIT {
  private static final String SUBSCRIBER = "subscriber";
  private static final long KEYS = 40;
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 1s
      datasets:
        crm: { table: public.subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: id, attributes: { status: status } }
        profiles: { collection: profiles, key: _id, attributes: { status: status } }
      rules:
        - { name: status, equal: status, authority: crm }
      """;

  private final ThreeStores stores = new ThreeStores("transactions");
  @TempDir private Path folder;
  private InProcess daemon;
  private Watched watched;

  @BeforeEach
  void start() throws SQLException, IOException {
    stores.crm(
        "CREATE TABLE subscriber (id bigint PRIMARY KEY, status text)",
        "INSERT INTO subscriber SELECT n, 'active' FROM generate_series(1, %d) s(n)"
            .formatted(KEYS));
    stores.billing(
        "CREATE TABLE account (id bigint PRIMARY KEY, status varchar(20))",
        "INSERT INTO account SELECT seq, 'active' FROM seq_1_to_" + KEYS);
    stores.profiles(
        LongStream.rangeClosed(1, KEYS)
            .mapToObj(key -> new Document("_id", key).append("status", "active"))
            .toList());
    stores.configure(folder, RULES);
    daemon = InProcess.start(folder);
    watched = new Watched(daemon);
    daemon.awaitSettled(new EntityName(SUBSCRIBER));
  }

  @AfterEach
  void end() throws SQLException {
    daemon.close();
    stores.dropSlots();
  }

  @Test
  void nothingIsSeenOfATransactionBeforeItEndsAndAllAfterwards() throws SQLException {
    try (Connection crm = begun(stores.connectToCrm());
        Connection billing = begun(stores.connectToBilling());
        MongoClient client = MongoClients.create(stores.profiles().url());
        ClientSession profiles = client.startSession()) {
      execute(crm, close("subscriber", 1));
      execute(crm, "SAVEPOINT here", close("subscriber", 2), "ROLLBACK TO SAVEPOINT here");
      execute(billing, close("account", 3), "SAVEPOINT here", close("account", 4));
      execute(billing, "ROLLBACK TO SAVEPOINT here");
      profiles.startTransaction();
      MongoCollection<Document> documents =
          client.getDatabase(stores.profiles().name()).getCollection("profiles");
      LongStream.of(5, 6)
          .forEach(key ->
              documents.updateOne(
                  profiles, Filters.eq("_id", key), Updates.set("status", "closed")));
      rolledBack(stores.connectToCrm(), close("subscriber", 7));
      rolledBack(stores.connectToBilling(), close("account", 7));

      aGraceWindowPasses(30);
      aGraceWindowPasses(31);
      watched.awaitVerified(SUBSCRIBER, "30", "31");

      crm.commit();
      billing.commit();
      profiles.commitTransaction();
      watched.awaitVerified(SUBSCRIBER, "1", "3", "30", "31", "5", "6");
    }
  }

  @Test
  void nothingIsSeenOfAPreparedTransactionBeforeItEndsAndAllAfterwards() throws SQLException {
    String gid = stores.profiles().name();
    prepareInCrm(gid + " kept", 1);
    prepareInCrm(gid + " gone", 2);
    prepareInBilling(gid + " kept", 3);
    prepareInBilling(gid + " gone", 4);
    try {
      aGraceWindowPasses(30);
      aGraceWindowPasses(31);
      watched.awaitConfirmed(SUBSCRIBER, "30", "31");
    } finally {
      stores.crm(
          "COMMIT PREPARED '%s kept'".formatted(gid), "ROLLBACK PREPARED '%s gone'".formatted(gid));
      stores.billing("XA COMMIT '%s kept'".formatted(gid), "XA ROLLBACK '%s gone'".formatted(gid));
    }
    aGraceWindowPasses(32);
    watched.awaitVerified(SUBSCRIBER, "1", "3", "30", "31", "32");
  }

  /** Whoever carries a change to all stores in one grace window is not blamed for when it began. */
  @Test
  void aPreparedChangeThatTheOthersGetAfterItsCommitIsNoFalseAlarm() throws SQLException {
    String gid = stores.profiles().name();
    prepareInBilling(gid, 9);
    try {
      aGraceWindowPasses(30);
    } finally {
      stores.billing("XA COMMIT '%s'".formatted(gid));
    }
    stores.crm(close("subscriber", 9));
    stores.inProfiles(
        profiles -> profiles.updateOne(Filters.eq("_id", 9L), Updates.set("status", "closed")));

    aGraceWindowPasses(31);
    watched.awaitVerified(SUBSCRIBER, "30", "31");
  }

  /** A difference that begins now is confirmed when its grace window, and a look, are over. */
  private void aGraceWindowPasses(long witness) throws SQLException {
    stores.crm(close("subscriber", witness));
    await()
        .atMost(Watched.PATIENCE)
        .until(() -> watched.confirmed(SUBSCRIBER).contains(Long.toString(witness)));
  }

  private void prepareInCrm(String gid, long key) throws SQLException {
    try (Connection crm = stores.connectToCrm()) {
      execute(crm, "BEGIN", close("subscriber", key), "PREPARE TRANSACTION '%s'".formatted(gid));
    }
  }

  /** It outlives its connection. */
  private void prepareInBilling(String xid, long key) throws SQLException {
    try (Connection billing = stores.connectToBilling()) {
      execute(
          billing,
          "XA START '%s'".formatted(xid),
          close("account", key),
          "XA END '%s'".formatted(xid),
          "XA PREPARE '%s'".formatted(xid));
    }
  }

  private static String close(String table, long key) {
    return "UPDATE %s SET status = 'closed' WHERE id = %d".formatted(table, key);
  }

  private static Connection begun(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    return connection;
  }

  private static void rolledBack(Connection connection, String statement) throws SQLException {
    try (Connection once = begun(connection)) {
      execute(once, statement);
      once.rollback();
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
