package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.Ordering;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import io.reconciled.store.StoreKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What SQL stores tell of the order of a key, by the type and the collation of its column. */
class KeyOrderIT {
  private static final List<String> TEXTS =
      List.of("", "B", "a", "a ", "b", "é", "語", "\uFFFD", "\uD83D\uDE00");

  @Test
  void postgresHasTextInOurOrderWhereItComparesBytes() throws SQLException {
    DatabaseServer server = Servers.shared().postgres();
    StoreKind kind = SqlStoreKind.postgres();
    try (Table table = new Table(server, kind, KeyType.TEXT)) {
      assertThat(table.with("text COLLATE \"C\"", "(k)").isShared()).isTrue();
      assertThat(table.with("varchar(40) COLLATE \"POSIX\"", "(k)").isShared()).isTrue();
      assertThat(table.with("varchar(40) COLLATE \"und-x-icu\"", "(k)"))
          .isEqualTo(Ordering.own("k is kept in the order of its collation und-x-icu"));
      assertThat(table.with("text COLLATE \"und-x-icu\"", "(k COLLATE \"C\")").isShared()).isTrue();
      assertThat(table.with("text COLLATE \"und-x-icu\"", "(state, k COLLATE \"C\")").isShared())
          .isFalse();
    }
  }

  @Test
  void mariaDbHasTextInOurOrderWhereItComparesBytesAndPadsNothing() throws SQLException {
    DatabaseServer server = Servers.shared().mariaDb();
    StoreKind kind = SqlStoreKind.mariaDb();
    try (Table table = new Table(server, kind, KeyType.TEXT)) {
      assertThat(table.with("varchar(40) COLLATE utf8mb4_nopad_bin", "(k)").isShared()).isTrue();
      assertThat(table.with("varchar(40) COLLATE utf8mb4_bin", "(k)").isShared()).isFalse();
      assertThat(table.with("varchar(40) COLLATE utf8mb4_general_ci", "(k)"))
          .isEqualTo(Ordering.own("k is kept in the order of its collation utf8mb4_general_ci"));
    }
    try (Table table = new Table(server, kind, KeyType.UUID)) {
      assertThat(table.with("uuid", "(k)").isShared()).isFalse();
    }
  }

  /** One table after the other; those with text are read as well, in the order of shared keys. */
  private static final class Table implements AutoCloseable {
    private final Database database;
    private final Store store;
    private final KeyType type;
    private int tables;

    Table(DatabaseServer server, StoreKind kind, KeyType type) {
      this.type = type;
      this.database = server.admin(server.freshDatabase("ordering"));
      this.store = kind.open(database.asStore(new StoreName("ordered")));
    }

    Ordering with(String column, String index) throws SQLException {
      tables++;
      String name = "keyed" + tables;
      database.execute(
          "CREATE TABLE %s (k %s, state varchar(10))".formatted(name, column),
          "CREATE INDEX by_key%d ON %s %s".formatted(tables, name, index));
      Dataset dataset =
          new Dataset(
              new EntityName("keyed"),
              new DatasetName("keyed"),
              new StoreName("ordered"),
              List.of(name),
              "k",
              type,
              Map.of("state", "state"));
      Ordering ordering = store.ordering(dataset);
      if (type == KeyType.TEXT) {
        for (String text : TEXTS.reversed()) {
          database.execute("INSERT INTO %s VALUES ('%s', 'A')".formatted(name, text));
        }
        assertThat(keys(dataset)).isEqualTo(TEXTS.stream().map(SharedKey::of).toList());
      }
      return ordering;
    }

    private List<SharedKey> keys(Dataset dataset) {
      List<SharedKey> keys = new ArrayList<>();
      try (Rows rows = store.scan(Scan.of(dataset, KeyRange.ALL))) {
        for (var block = rows.next(); block.isPresent(); block = rows.next()) {
          for (int row = 0; row < block.get().rows(); row++) {
            keys.add(block.get().key(row, KeyType.TEXT));
          }
        }
      }
      return keys;
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
