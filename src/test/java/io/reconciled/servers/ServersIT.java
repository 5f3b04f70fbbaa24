package io.reconciled.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServersIT {

  @BeforeAll
  static void startAll() {
    Servers.shared().startAll();
  }

  @Test
  void postgresKeepsDataAndPortOverStopAndKill() throws SQLException {
    PostgresServer server = Servers.shared().postgres();
    keepsSqlData(server, server.freshDatabase("kept"));
  }

  @Test
  void mariaDbKeepsDataAndPortOverStopAndKill() throws SQLException {
    MariaDbServer server = Servers.shared().mariaDb();
    keepsSqlData(server, server.admin(server.freshDatabase("kept")));
  }

  @Test
  void mongoKeepsDataAndPortOverStopAndKill() {
    MongoServer server = Servers.shared().mongo();
    Database database = server.freshDatabase("kept");
    int port = server.port();
    insert(database, 1);
    server.stop();
    assertStopped(server);
    server.start();
    insert(database, 2);
    server.kill();
    assertStopped(server);
    server.start();
    assertThat(ids(database)).containsExactly(1, 2);
    assertThat(server.port()).isEqualTo(port);
  }

  @Test
  void postgresIsMadeForLogicalReplication() throws SQLException {
    Database database = Servers.shared().postgres().freshDatabase("replicated");
    assertThat(query(database, "SHOW wal_level")).isEqualTo("logical");
    assertThat(query(database, "SHOW fsync")).isEqualTo("on");
    database.execute(
        "CREATE TABLE t (id int PRIMARY KEY)",
        "CREATE PUBLICATION p FOR TABLE t",
        "SELECT pg_create_logical_replication_slot('s', 'pgoutput')",
        "SELECT pg_drop_replication_slot('s')");
  }

  @Test
  void postgresRefusesAWrongPassword() {
    Database database = Servers.shared().postgres().freshDatabase("locked");
    Database wrong = new Database(database.name(), database.url(), database.user(), "wrong");
    assertThatThrownBy(wrong::connect).isInstanceOf(SQLException.class);
  }

  @Test
  void postgresTakesOtherSettings() throws SQLException {
    try (PostgresServer server = PostgresServer.startNew(Map.of("wal_level", "replica"))) {
      assertThat(query(server.admin(), "SHOW wal_level")).isEqualTo("replica");
    }
  }

  @Test
  void mariaDbWritesFullRowsToItsBinaryLog() throws SQLException {
    Database admin = Servers.shared().mariaDb().admin();
    assertThat(query(admin, "SELECT @@log_bin")).isEqualTo("1");
    assertThat(query(admin, "SELECT @@binlog_format")).isEqualTo("ROW");
    assertThat(query(admin, "SELECT @@binlog_row_image")).isEqualTo("FULL");
    assertThat(query(admin, "SELECT @@binlog_row_metadata")).isEqualTo("FULL");
  }

  @Test
  void mariaDbUserFollowsTheLogAndReadsButDoesNotWrite() throws SQLException {
    MariaDbServer server = Servers.shared().mariaDb();
    Database database = server.freshDatabase("followed");
    server.admin(database).execute("CREATE TABLE t (id int PRIMARY KEY)");
    assertThat(query(database, "SHOW MASTER STATUS")).startsWith("binlog.");
    assertThat(query(database, "SELECT count(*) FROM t")).isEqualTo("0");
    assertThatThrownBy(() -> database.execute("INSERT INTO t VALUES (1)"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("denied");
  }

  @Test
  void mariaDbAsksEverybodyForAPassword() {
    Database admin = Servers.shared().mariaDb().admin();
    for (String user : List.of("", "root", "nobody")) {
      Database open = new Database(admin.name(), admin.url(), user, "");
      assertThatThrownBy(open::connect).as(user).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void mariaDbRunsWithoutABinaryLog() throws SQLException {
    try (MariaDbServer server = MariaDbServer.startNew("--skip-log-bin")) {
      assertThat(query(server.admin(), "SELECT @@log_bin")).isEqualTo("0");
    }
  }

  @Test
  void mongoIsThePrimaryOfAReplicaSet() {
    Document hello = hello(Servers.shared().mongo());
    assertThat(hello.getString("setName")).isEqualTo("rs0");
    assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
  }

  @Test
  void mongoStandsAlone() {
    try (MongoServer server = MongoServer.startStandalone()) {
      assertThat(hello(server)).doesNotContainKey("setName");
    }
  }

  @Test
  void aServerThatCannotStartSaysWhy() {
    assertThatThrownBy(() -> PostgresServer.startNew(Map.of("wal_level", "nonsense")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PostgreSQL did not start")
        .hasMessageContaining("nonsense");
  }

  private static void keepsSqlData(DatabaseServer server, Database database) throws SQLException {
    int port = server.port();
    database.execute("CREATE TABLE kept (id int PRIMARY KEY)", "INSERT INTO kept VALUES (1)");
    server.stop();
    assertStopped(server);
    server.start();
    database.execute("INSERT INTO kept VALUES (2)");
    server.kill();
    assertStopped(server);
    server.start();
    assertThat(query(database, "SELECT sum(id) FROM kept")).isEqualTo("3");
    assertThat(server.port()).isEqualTo(port);
  }

  private static void assertStopped(DatabaseServer server) {
    assertThat(server.running()).isFalse();
    assertThat(Ports.accepts(server.port())).isFalse();
  }

  private static String query(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void insert(Database database, int id) {
    try (MongoClient client = MongoClients.create(database.url())) {
      client.getDatabase(database.name()).getCollection("kept").insertOne(new Document("_id", id));
    }
  }

  private static List<Integer> ids(Database database) {
    try (MongoClient client = MongoClients.create(database.url())) {
      return client
          .getDatabase(database.name())
          .getCollection("kept")
          .distinct("_id", Integer.class)
          .into(new ArrayList<>());
    }
  }

  private static Document hello(MongoServer server) {
    try (MongoClient client = MongoClients.create(server.url())) {
      return client.getDatabase("admin").runCommand(new Document("hello", 1));
    }
  }
}
