package io.reconciled.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.reconciled.app.InProcess;
import io.reconciled.app.ThreeStores;
import io.reconciled.model.EntityName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables that change under a daemon over three real stores: each test changes those of an entity of
 * its own. The entity {@code order}, in the same stores, must be reconciled all the while.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class ChangedTablesIT {
  private static final int KEYS = 60;
  private static final List<String> IN_TWO =
      List.of("customer", "product", "invoice", "voucher", "tariff", "order");
  private static final String RULES =
      """
      entity: %1$s
      key: { type: integer }
      grace: 500ms
      datasets:
        crm: { table: public.%1$ss, key: id, attributes: { status: status } }
        billing: { table: %1$ss, key: id, attributes: { status: status } }
      rules:
        - { name: %1$s in both, present: [crm, billing] }
        - { name: %1$s status, equal: status, authority: crm }
      """;
  private static final String DEVICE =
      """
      entity: device
      key: { type: integer }
      grace: 500ms
      datasets:
        crm: { table: public.devices, key: id, attributes: { status: status } }
        profiles: { collection: profiles, key: _id, attributes: { status: status } }
      rules:
        - { name: device status, equal: status, authority: crm }
      """;

  private final ThreeStores stores = new ThreeStores("changed");
  private InProcess daemon;
  private Watched watched;
  private int witness;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    for (String entity : IN_TWO) {
      createInCrm(entity + "s");
      createInBilling(entity + "s");
    }
    createInCrm("devices");
    stores.profiles(documents());
    stores.configure(folder, DEVICE);
    for (String entity : IN_TWO) {
      Files.writeString(
          folder.resolve("reconcile-rules").resolve(entity + ".yaml"), RULES.formatted(entity));
    }
    daemon = InProcess.start(folder);
    watched = new Watched(daemon);
    for (String entity : IN_TWO) {
      daemon.awaitSettled(new EntityName(entity));
    }
    daemon.awaitSettled(new EntityName("device"));
  }

  @AfterAll
  void end() throws SQLException {
    daemon.close();
    stores.dropSlots();
  }

  /**
   * Whatever became of others' tables: what a store's log tells of the others is still followed.
   */
  @AfterEach
  void othersGoOn() throws SQLException {
    theOthersGoOn();
  }

  /** In crm first: a statement on a table may be the last entry of the log of billing. */
  private void theOthersGoOn() throws SQLException {
    witness++;
    stores.crm("UPDATE orders SET status = 'closed' WHERE id = " + witness);
    watched.awaitConfirmed("order", sorted(witness));
    witness++;
    stores.billing("UPDATE orders SET status = 'closed' WHERE id = " + witness);
    watched.awaitVerified("order", sorted(witness));
  }

  private static String[] sorted(int upTo) {
    return LongStream.rangeClosed(1, upTo).mapToObj(Long::toString).sorted().toArray(String[]::new);
  }

  @Test
  void aColumnIsRenamedInPostgresAndRenamedBack() throws SQLException {
    stores.crm("ALTER TABLE customers RENAME COLUMN status TO statuss");
    watched.awaitMisfit(
        "customer",
        "customer.yaml:5:",
        "table public.customers has no column status",
        "Did you mean statuss?");
    theOthersGoOn();
    stores.crm("UPDATE customers SET statuss = 'closed' WHERE id = 3");
    stores.billing("UPDATE customers SET status = 'closed' WHERE id = 4");

    stores.crm("ALTER TABLE customers RENAME COLUMN statuss TO status");
    watched.awaitVerified("customer", "3", "4");
  }

  @Test
  void aColumnIsDroppedInMariaDbAndMadeAnew() throws SQLException {
    stores.crm("UPDATE products SET status = 'closed' WHERE id = 5");
    stores.billing("UPDATE products SET status = 'closed' WHERE id = 5");
    stores.billing("ALTER TABLE products DROP COLUMN status");
    watched.awaitMisfit("product", "product.yaml:6:", "table products has no column status");
    theOthersGoOn();

    stores.billing(
        "ALTER TABLE products ADD COLUMN status varchar(20) DEFAULT 'active'",
        "UPDATE products SET status = 'closed' WHERE id = 6");
    watched.awaitVerified("product", "5", "6");
  }

  @Test
  void aTableIsDroppedInPostgresAndMadeAnew() throws SQLException {
    stores.crm("DROP TABLE invoices");
    watched.awaitMisfit("invoice", "invoice.yaml:5:", "there is no table public.invoices");
    theOthersGoOn();

    createInCrm("invoices");
    stores.crm("UPDATE invoices SET status = 'closed' WHERE id = 7");
    watched.awaitVerified("invoice", "7");
    stores.crm("UPDATE invoices SET status = 'closed' WHERE id = 8");
    watched.awaitVerified("invoice", "7", "8");
  }

  @Test
  void aTableIsMadeAnewInPostgresWithoutAKeyToFollowItBy() throws SQLException {
    stores.crm(
        "DROP TABLE invoices",
        "CREATE TABLE invoices AS SELECT n AS id, 'active' AS status FROM generate_series(1, %d)"
                .formatted(KEYS)
            + " s(n)");
    watched.awaitMisfit("invoice", "invoice.yaml:5:", "REPLICA IDENTITY FULL");
    stores.crm("UPDATE invoices SET status = 'closed' WHERE id IN (7, 8)");

    stores.crm("ALTER TABLE invoices ADD PRIMARY KEY (id)");
    watched.awaitVerified("invoice", "7", "8");
  }

  @Test
  void aTableIsDroppedInMariaDbAndMadeAnewWithOtherColumns() throws SQLException {
    stores.billing("DROP TABLE vouchers");
    watched.awaitMisfit("voucher", "voucher.yaml:6:", "there is no table vouchers");

    stores.billing("CREATE TABLE vouchers (id bigint PRIMARY KEY, worth integer)");
    watched.awaitMisfit("voucher", "table vouchers has no column status");
    stores.billing(
        "ALTER TABLE vouchers ADD COLUMN status varchar(20)",
        "INSERT INTO vouchers SELECT seq, 5, IF(seq = 9, 'closed', 'active') FROM seq_1_to_"
            + KEYS);
    watched.awaitVerified("voucher", "9");
    stores.billing("UPDATE vouchers SET status = 'closed' WHERE id = 10");
    watched.awaitVerified("voucher", "10", "9");
  }

  @Test
  void aColumnGetsAnotherTypeInPostgresAndItsOwnAgain() throws SQLException {
    stores.crm("ALTER TABLE tariffs ALTER COLUMN status TYPE integer USING length(status)");
    watched.awaitMisfit(
        "tariff",
        "tariff.yaml:5:",
        "column status of public.tariffs has type int4 now, and had text");
    assertThat(watched.confirmed("tariff")).isEmpty();

    stores.crm(
        "ALTER TABLE tariffs ALTER COLUMN status TYPE text"
            + " USING CASE WHEN id = 6 THEN 'closed' ELSE 'active' END");
    watched.awaitVerified("tariff", "6");
  }

  @Test
  void aCollectionIsRenamedAndRenamedBackThenDroppedAndFilledAnew() throws SQLException {
    stores.inProfileDatabase(profiles -> rename(profiles, "profiles", "elsewhere"));
    watched.awaitMisfit("device", "there is no collection profiles");
    theOthersGoOn();
    stores.inProfileDatabase(profiles -> {
      close(profiles.getCollection("elsewhere"), 2);
      rename(profiles, "elsewhere", "profiles");
    });
    watched.awaitVerified("device", "2");

    stores.inProfiles(MongoCollection::drop);
    watched.awaitMisfit("device", "there is no collection profiles");
    stores.profiles(documents());
    stores.inProfiles(profiles -> close(profiles, 9));
    watched.awaitVerified("device", "9");
    stores.inProfiles(profiles -> close(profiles, 8));
    watched.awaitVerified("device", "8", "9");
  }

  private static void close(MongoCollection<Document> collection, long key) {
    collection.updateOne(Filters.eq("_id", key), Updates.set("status", "closed"));
  }

  private static void rename(MongoDatabase database, String from, String to) {
    database.getCollection(from).renameCollection(new MongoNamespace(database.getName(), to));
  }

  private void createInCrm(String table) throws SQLException {
    stores.crm(
        "CREATE TABLE %s (id bigint PRIMARY KEY, status text)".formatted(table),
        "INSERT INTO %s SELECT n, 'active' FROM generate_series(1, %d) s(n)"
            .formatted(table, KEYS));
  }

  private void createInBilling(String table) throws SQLException {
    stores.billing(
        "CREATE TABLE %s (id bigint PRIMARY KEY, status varchar(20))".formatted(table),
        "INSERT INTO %s SELECT seq, 'active' FROM seq_1_to_%d".formatted(table, KEYS));
  }

  private static List<Document> documents() {
    return LongStream.rangeClosed(1, KEYS)
        .mapToObj(key -> new Document("_id", key).append("status", "active"))
        .toList();
  }
}
