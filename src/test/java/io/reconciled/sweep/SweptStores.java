package io.reconciled.sweep;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.reconciled.model.DatasetName;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import io.reconciled.store.Store;
import io.reconciled.store.StoreKind;
import io.reconciled.store.Stores;
import io.reconciled.store.mongodb.MongoKind;
import io.reconciled.store.sql.SqlStoreKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/** One entity in a fresh database of each kind: a key, and a status. */
final class SweptStores implements AutoCloseable {
  static final List<DatasetName> NAMES =
      List.of(SweptSubscribers.CRM, SweptSubscribers.BILLING, SweptSubscribers.PROFILES);
  private static final int POSTGRES_COLUMNS = 1_590;
  private static final int MARIADB_COLUMNS = 1_000;
  private static final int MONGODB_FIELDS = 5_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private final Servers servers = Servers.shared().startAll();
  private final Database crm = servers.postgres().freshDatabase("swept");
  private final Database billing = servers.mariaDb().freshDatabase("swept");
  private final Database profiles = servers.mongo().freshDatabase("swept");
  private final Entity entity = SweptSubscribers.in(NAMES, List.of("status"));
  private final Stores open =
      new Stores(
          List.of(
              open("crm", SqlStoreKind.postgres(), crm),
              open("billing", SqlStoreKind.mariaDb(), billing),
              open("profiles", new MongoKind(), profiles)));
  private boolean wide;

  SweptStores() {
    execute(crm, "CREATE TABLE subscriber (id bigint PRIMARY KEY, status text)");
    execute(mariaDb(), "CREATE TABLE subscriber (id bigint PRIMARY KEY, status longtext)");
  }

  Entity entity() {
    return entity;
  }

  Stores open() {
    return open;
  }

  /** Adds as many columns that nobody maps as each kind of store can hold. */
  void widen() {
    wide = true;
    execute(crm, "ALTER TABLE subscriber " + columns(POSTGRES_COLUMNS));
    execute(mariaDb(), "ALTER TABLE subscriber " + columns(MARIADB_COLUMNS));
  }

  private static String columns(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "ADD COLUMN unmapped_%d smallint DEFAULT 7".formatted(i))
        .collect(Collectors.joining(", "));
  }

  /** Has each store hold these rows, and no others. */
  void hold(Map<DatasetName, Map<Long, String>> rows) {
    insert(crm, rows.get(NAMES.get(0)));
    insert(mariaDb(), rows.get(NAMES.get(1)));
    try (MongoClient client = MongoClients.create(profiles.url())) {
      MongoCollection<Document> collection =
          client.getDatabase(profiles.name()).getCollection("subscriber");
      collection.drop();
      client.getDatabase(profiles.name()).createCollection("subscriber");
      rows.get(NAMES.get(2)).forEach((key, status) -> collection.insertOne(document(key, status)));
    }
  }

  /** Adds documents before all others whose key is no whole number. */
  void holdHalfKeys(int number) {
    try (MongoClient client = MongoClients.create(profiles.url())) {
      MongoCollection<Document> collection =
          client.getDatabase(profiles.name()).getCollection("subscriber");
      for (int i = 0; i < number; i++) {
        collection.insertOne(new Document("_id", 0.5 + i / 100.0).append("status", "same"));
      }
    }
  }

  private Document document(long key, String status) {
    Document document = new Document("_id", key);
    for (int i = 0; wide && i < MONGODB_FIELDS; i++) {
      document.append("unmapped_" + i, i);
    }
    return document.append("status", status);
  }

  private static void insert(Database database, Map<Long, String> rows) {
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO subscriber (id, status) VALUES (?, ?)")) {
      connection.createStatement().execute("DELETE FROM subscriber");
      for (Map.Entry<Long, String> row : rows.entrySet()) {
        insert.setLong(1, row.getKey());
        insert.setString(2, row.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Database mariaDb() {
    return servers.mariaDb().admin(billing);
  }

  private static void execute(Database database, String statement) {
    try {
      database.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Store open(String name, StoreKind kind, Database database) {
    return kind.open(database.asStore(new StoreName(name), TIMEOUT));
  }

  @Override
  public void close() {
    open.close();
  }
}
