package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import io.reconciled.store.StoreKind;
import io.reconciled.store.StoreSettings;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A range far behind costs as little as the first: its rows are found by the index of the key. */
class ScanByIndexIT {
  private static final int ROWS = 50_000;
  private static final long FAR_BEHIND = 45_000;
  private static final long FEW = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void postgresReadsNoRowsBeforeARange() throws SQLException {
    DatabaseServer server = Servers.shared().postgres();
    Database database = server.freshDatabase("far");
    server
        .admin(database)
        .execute(
            "CREATE TABLE one (a bigint PRIMARY KEY, state text)",
            "CREATE TABLE two (a bigint, b bigint, state text, PRIMARY KEY (a, b))",
            "INSERT INTO one SELECT n, 'x' FROM generate_series(1, " + ROWS + ") s(n)",
            "INSERT INTO two SELECT n / 100, n, 'x' FROM generate_series(1, " + ROWS + ") s(n)",
            "ANALYZE",
            "GRANT SELECT ON one, two TO " + database.user());
    String read = "SELECT sum(idx_tup_fetch) FROM pg_stat_user_tables";
    expectFewReads(SqlStoreKind.postgres(), database, server.admin(database), read);
  }

  @Test
  void mariaDbReadsNoRowsBeforeARange() throws SQLException {
    DatabaseServer server = Servers.shared().mariaDb();
    Database database = server.freshDatabase("far");
    server
        .admin(database)
        .execute(
            "CREATE TABLE one (a bigint PRIMARY KEY, state text)",
            "CREATE TABLE two (a bigint, b bigint, state text, PRIMARY KEY (a, b))",
            "INSERT INTO one SELECT seq, 'x' FROM seq_1_to_" + ROWS,
            "INSERT INTO two SELECT seq DIV 100, seq, 'x' FROM seq_1_to_" + ROWS,
            "ANALYZE TABLE one, two");
    String read =
        "SELECT sum(variable_value) FROM information_schema.global_status WHERE variable_name IN"
            + " ('HANDLER_READ_NEXT', 'HANDLER_READ_KEY', 'HANDLER_READ_RND_NEXT',"
            + " 'HANDLER_READ_FIRST')";
    expectFewReads(SqlStoreKind.mariaDb(), database, server.admin(database), read);
  }

  private static void expectFewReads(
      StoreKind kind, Database database, Database admin, String rowsRead) throws SQLException {
    StoreSettings settings =
        new StoreSettings(
            new StoreName("far"),
            URI.create(database.url()),
            database.user(),
            new Secret(database.password()),
            StoreSettings.DEFAULT_TIMEOUT,
            Map.of());
    final long before;
    try (Store store = kind.open(settings)) {
      SharedKey one = SharedKey.of(FAR_BEHIND);
      SharedKey two =
          new SharedKey.Composite(
              List.of(
                  new SharedKey.IntegerKey(FAR_BEHIND / FEW),
                  new SharedKey.IntegerKey(FAR_BEHIND)));
      assertThat(first(store, dataset("one", List.of("a")), one)).isEqualTo(one);
      assertThat(first(store, dataset("two", List.of("a", "b")), two)).isEqualTo(two);
      before = count(admin, rowsRead);
      first(store, dataset("one", List.of("a")), one);
      first(store, dataset("two", List.of("a", "b")), two);
    }
    // A session of PostgreSQL tells its counts once a second, and the rest when it ends.
    await().atMost(PATIENCE).until(() -> count(admin, rowsRead) > before);
    assertThat(count(admin, rowsRead) - before).isLessThan(FEW);
  }

  private static SharedKey first(Store store, Dataset dataset, SharedKey from) {
    try (Rows rows =
        store.scan(Scan.of(dataset, new KeyRange(Optional.of(from), Optional.empty()), 3))) {
      return rows.next().orElseThrow().key(0, dataset.keyShape());
    }
  }

  private static Dataset dataset(String table, List<String> key) {
    return new Dataset(
        new EntityName("thing"),
        new DatasetName("far"),
        new StoreName("far"),
        List.of(table),
        key,
        key.size() == 1
            ? KeyType.INTEGER
            : new CompositeShape(List.of(KeyType.INTEGER, KeyType.INTEGER)),
        Map.of("state", "state"),
        Optional.empty(),
        false,
        false);
  }

  private static long count(Database admin, String query) throws SQLException {
    try (Connection connection = admin.connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }
}
