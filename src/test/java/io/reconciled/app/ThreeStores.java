package io.reconciled.app;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.reconciled.servers.Database;
import io.reconciled.servers.MariaDbServer;
import io.reconciled.servers.MongoServer;
import io.reconciled.servers.PostgresServer;
import io.reconciled.servers.Servers;
import io.reconciled.servers.SwitchedLine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;

/** A fresh database of each kind, and the connector files that lead there. */
public final class ThreeStores {
  private final PostgresServer postgres;
  private final MariaDbServer mariaDb;
  private Database crm;
  private Database billing;
  private final Database profiles;
  private final Map<String, String> over = new HashMap<>();
  private final Map<String, String> sweptOver = new HashMap<>();
  private String everyConnector = "";

  public ThreeStores(String prefix) {
    this(prefix, Servers.shared());
  }

  /** On servers that the test may break. */
  public ThreeStores(String prefix, Servers servers) {
    this(prefix, servers.startAll().postgres(), servers.mariaDb(), servers.mongo());
  }

  /** On servers of which some may be the test's own. */
  public ThreeStores(
      String prefix, PostgresServer postgres, MariaDbServer mariaDb, MongoServer mongo) {
    this.postgres = postgres;
    this.mariaDb = mariaDb;
    this.crm = postgres.freshDatabase(prefix);
    this.billing = mariaDb.freshDatabase(prefix);
    this.profiles = mongo.freshDatabase(prefix);
    dropSlotsOfOthers();
  }

  /** A daemon of another test may have left a slot of the name that this one's is to have. */
  private void dropSlotsOfOthers() {
    try {
      crmAsAdmin(
          "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
              + " WHERE NOT active AND slot_name LIKE 'reconciled%'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Has each store hold active subscribers with the keys 1 to this number: crm in a table {@code
   * subscriber (id, status)}, billing in a table {@code account (subscriber_id, state)}, profiles
   * in documents {@code { _id, state }}.
   */
  public void fillAlike(long keys) throws SQLException {
    crm(
        "CREATE TABLE subscriber (id bigint PRIMARY KEY, status text)",
        "INSERT INTO subscriber SELECT n, 'active' FROM generate_series(1, %d) s(n)"
            .formatted(keys));
    billing(
        "CREATE TABLE account (subscriber_id bigint PRIMARY KEY, state varchar(20))",
        "INSERT INTO account SELECT seq, 'active' FROM seq_1_to_" + keys);
    profiles(
        LongStream.rangeClosed(1, keys)
            .mapToObj(key -> new Document("_id", key).append("state", "active"))
            .toList());
  }

  public Database crm() {
    return crm;
  }

  public void crm(String... statements) throws SQLException {
    crm.execute(statements);
  }

  /**
   * Drops the slot of a daemon that has ended: its name goes by the store's, and a server has each
   * name once for all its databases.
   */
  public void dropSlots() throws SQLException {
    crmAsAdmin(
        "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
            + " WHERE database = current_database()");
  }

  public void crmAsAdmin(String... statements) throws SQLException {
    postgres.admin(crm).execute(statements);
  }

  /** How far the daemon has acknowledged the log of crm to its server. */
  public String acknowledged() throws SQLException {
    try (Connection connection = crm.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT coalesce(max(confirmed_flush_lsn)::text, 'nothing')"
                    + " FROM pg_replication_slots WHERE database = current_database()")) {
      rows.next();
      return rows.getString(1);
    }
  }

  public void billing(String... statements) throws SQLException {
    mariaDb.admin(billing).execute(statements);
  }

  public void profiles(List<Document> documents) {
    inProfiles(collection -> collection.insertMany(documents));
  }

  public void inProfiles(Consumer<MongoCollection<Document>> work) {
    inProfileDatabase(database -> work.accept(database.getCollection("profiles")));
  }

  public void inProfileDatabase(Consumer<MongoDatabase> work) {
    try (MongoClient client = MongoClients.create(profiles.url())) {
      work.accept(client.getDatabase(profiles.name()));
    }
  }

  /** Changes the password of the daemon's user in the database of an SQL store. */
  public void rotate(String store, String password) throws SQLException {
    switch (store) {
      case "crm" -> {
        postgres.admin().execute("ALTER ROLE %s PASSWORD '%s'".formatted(crm.user(), password));
        crm = crm.with(password);
      }
      case "billing" -> {
        mariaDb
            .admin()
            .execute("ALTER USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(billing.user(), password));
        billing = billing.with(password);
      }
      default -> throw new IllegalArgumentException(store + " has no users");
    }
  }

  /** Connector files written from now on lead to the store over a line that can fail. */
  public SwitchedLine over(String store) throws IOException {
    SwitchedLine line = lineTo(store);
    over.put(store, line.url(database(store)));
    return line;
  }

  /** Connector files written from now on have sweeps read over such a line, and nobody else. */
  public SwitchedLine sweptOver(String store) throws IOException {
    SwitchedLine line = lineTo(store);
    sweptOver.put(store, line.url(database(store)));
    return line;
  }

  private SwitchedLine lineTo(String store) throws IOException {
    return new SwitchedLine(URI.create(database(store).url()).getPort());
  }

  private Database database(String store) {
    return switch (store) {
      case "crm" -> crm;
      case "billing" -> billing;
      case "profiles" -> profiles;
      default -> throw new IllegalArgumentException(store);
    };
  }

  /** Connector files written from now on have these lines too, such as {@code timeout: 1s}. */
  public ThreeStores withEveryConnector(String lines) {
    everyConnector = lines;
    return this;
  }

  /** A connection of the owner of the tables. */
  public Connection connectToCrm() throws SQLException {
    return crm.connect();
  }

  /** A connection of the owner of the tables. */
  public Connection connectToBilling() throws SQLException {
    return mariaDb.admin(billing).connect();
  }

  public Database profiles() {
    return profiles;
  }

  /** Writes connector files and one rules file; returns the options of a command that name them. */
  public List<String> configure(Path folder, String rules) throws IOException {
    Path connectors = Files.createDirectory(folder.resolve("connectors"));
    connector(connectors, "crm", "postgresql", crm);
    connector(connectors, "billing", "mariadb", billing);
    connector(connectors, "profiles", "mongodb", profiles);
    Path rulesFolder = Files.createDirectory(folder.resolve("reconcile-rules"));
    Files.writeString(rulesFolder.resolve("subscriber.yaml"), rules);
    return List.of("--connectors", connectors.toString(), "--rules", rulesFolder.toString());
  }

  private void connector(Path folder, String store, String kind, Database database)
      throws IOException {
    String login =
        database.user().isEmpty()
            ? ""
            : "user: %s%npassword: %s%n".formatted(database.user(), database.password());
    String url = over.getOrDefault(store, database.url());
    String sweep =
        sweptOver.containsKey(store)
            ? "sweep:%n  readUrl: %s%n".formatted(sweptOver.get(store))
            : "";
    Files.writeString(
        folder.resolve(store + ".yaml"),
        "store: %s%nkind: %s%nurl: %s%n%s%s%n%s"
            .formatted(store, kind, url, login, everyConnector, sweep));
  }
}
