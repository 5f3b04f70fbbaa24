package io.reconciled.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.store.StoreKind;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.mongodb.MongoKind;
import io.reconciled.store.sql.SqlStoreKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * A fresh database on a real server with one table or collection of subscribers, whose keys count
 * from 1: five attributes, the same in every store.
 */
record BenchStore(StoreKind kind, Database database, List<String> container, String key) {
  static final EntityName ENTITY = new EntityName("subscriber");
  static final List<String> ATTRIBUTES = List.of("msisdn", "status", "credit", "since", "name");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int DOCUMENTS_AT_ONCE = 10_000;
  private static final long FIRST_SECOND = 1_700_000_000L;

  static BenchStore postgres(BenchServers servers, int rows) {
    Database database = servers.postgres().freshDatabase("moved");
    execute(
        database,
        """
        CREATE TABLE subscriber (id bigint PRIMARY KEY, msisdn varchar(20), status varchar(20),
          credit bigint, since timestamptz(3), name varchar(60))\
        """,
        """
        INSERT INTO subscriber SELECT n, '49151' || n, CASE n %% 3 WHEN 0 THEN 'ACTIVE' ELSE
          'SUSPENDED' END, n * 7, to_timestamp(%d + n), 'subscriber ' || n
          FROM generate_series(1, %d) AS s(n)\
        """
            .formatted(FIRST_SECOND, rows),
        "ANALYZE subscriber");
    return new BenchStore(SqlStoreKind.postgres(), database, List.of("public", "subscriber"), "id");
  }

  static BenchStore mariaDb(BenchServers servers, int rows) {
    Database database = servers.mariaDb().freshDatabase("moved");
    execute(
        servers.mariaDb().admin(database),
        """
        CREATE TABLE subscriber (id bigint PRIMARY KEY, msisdn varchar(20), status varchar(20),
          credit bigint, since timestamp(3), name varchar(60))\
        """,
        "SET SESSION time_zone = '+00:00'",
        """
        INSERT INTO subscriber SELECT seq, concat('49151', seq), CASE seq %% 3 WHEN 0 THEN 'ACTIVE'
          ELSE 'SUSPENDED' END, seq * 7, from_unixtime(%d + seq), concat('subscriber ', seq)
          FROM seq_1_to_%d\
        """
            .formatted(FIRST_SECOND, rows));
    return new BenchStore(SqlStoreKind.mariaDb(), database, List.of("subscriber"), "id");
  }

  static BenchStore mongo(BenchServers servers, int rows) {
    Database database = servers.mongo().freshDatabase("moved");
    try (MongoClient client = MongoClients.create(database.url())) {
      MongoCollection<Document> subscribers =
          client.getDatabase(database.name()).getCollection("subscriber");
      List<Document> documents = new ArrayList<>();
      for (long key = 1; key <= rows; key++) {
        documents.add(
            new Document("_id", key)
                .append("msisdn", "49151" + key)
                .append("status", key % 3 == 0 ? "ACTIVE" : "SUSPENDED")
                .append("credit", key * 7)
                .append("since", new Date((FIRST_SECOND + key) * 1000))
                .append("name", "subscriber " + key));
        if (documents.size() == DOCUMENTS_AT_ONCE || key == rows) {
          subscribers.insertMany(documents);
          documents.clear();
        }
      }
    }
    return new BenchStore(new MongoKind(), database, List.of("subscriber"), "_id");
  }

  StoreName name() {
    return new StoreName(kind.name());
  }

  StoreSettings settings() {
    return database.asStore(name(), TIMEOUT);
  }

  Dataset dataset() {
    Map<String, String> columns = new HashMap<>();
    ATTRIBUTES.forEach(attribute -> columns.put(attribute, attribute));
    return new Dataset(
        ENTITY, new DatasetName(kind.name()), name(), container, key, KeyType.INTEGER, columns);
  }

  static void execute(Database database, String... statements) {
    try {
      database.execute(statements);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
