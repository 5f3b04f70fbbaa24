package io.reconciled.store.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.model.json.JsonText;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import io.reconciled.store.ConditionalWrite;
import io.reconciled.store.Store;
import io.reconciled.store.StoreKind;
import io.reconciled.store.WriteOutcome;
import io.reconciled.store.mongodb.MongoKind;
import io.reconciled.store.sql.SqlStoreKind;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What our stores write, they read as the same value; what they cannot hold they refuse. */
class WrittenValuesIT {
  private static final StoreName STORE = new StoreName("written");
  private static final SharedKey KEY = SharedKey.of(1);
  private static final Value NESTED =
      JsonText.read("{\"a\": [1, 0.1, 1e20, \"\\u00e9\\ud83d\\ude00 '\", null, true, {}]}");
  private static final Value SPAN = new Value.Span(Duration.parse("PT-30H-0.000001S"));
  private static final Value LABELS = new Value.Labels(new TreeSet<>(Set.of("c", "a")));

  @Test
  void postgresHoldsDocumentsAndSpans() throws SQLException {
    Database database = postgres("doc jsonb, whole jsonb, length interval");
    assertThat(written(SqlStoreKind.postgres(), database, "doc", NESTED)).isEqualTo(NESTED);
    assertThat(written(SqlStoreKind.postgres(), database, "whole", Value.JSON_NULL))
        .isEqualTo(Value.JSON_NULL);
    assertThat(written(SqlStoreKind.postgres(), database, "length", SPAN)).isEqualTo(SPAN);
  }

  @Test
  void mariaDbHoldsDocumentsAndSets() throws SQLException {
    Database database =
        Servers.shared().mariaDb().admin(Servers.shared().mariaDb().freshDatabase("written"));
    database.execute(
        "CREATE TABLE written (_id bigint PRIMARY KEY, doc json, labels set('a','b','c'))",
        "INSERT INTO written (_id) VALUES (1)");
    assertThat(written(SqlStoreKind.mariaDb(), database, "doc", NESTED)).isEqualTo(NESTED);
    assertThat(written(SqlStoreKind.mariaDb(), database, "labels", LABELS)).isEqualTo(LABELS);
  }

  @Test
  void mongoHoldsDocumentsAndWhatIsInThem() {
    Database database = Servers.shared().mongo().freshDatabase("written");
    try (MongoClient client = MongoClients.create(database.url())) {
      client
          .getDatabase(database.name())
          .getCollection("written")
          .insertOne(new Document("_id", 1).append("doc", null));
    }
    Value list = new Value.Array(List.of(NESTED, new Value.Bytes("00ff"), Value.number(0.1)));
    assertThat(written(new MongoKind(), database, "doc", list)).isEqualTo(list);
    Value long40 = Value.number(new BigDecimal("0.1234567890123456789012345678901234567890"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written(new MongoKind(), database, "doc", long40))
        .withMessageContaining("34 digits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written(new MongoKind(), database, "doc", SPAN))
        .withMessageContaining("duration");
  }

  @Test
  void whatIsUnmappedWithinADocumentIsNeverTakenForUnchanged() throws SQLException {
    Database database = postgres("doc json, plain text");
    database.execute("UPDATE written SET doc = '{\"a\": 1e999999999}'");
    Value seen = JsonText.read("{\"a\": 1e999999998}");
    try (Store store = open(SqlStoreKind.postgres(), database)) {
      Dataset dataset = dataset(Map.of("doc", "doc", "plain", "plain"));
      WriteOutcome outcome =
          store.write(
              new ConditionalWrite(
                  dataset,
                  KEY,
                  new Image.Present(Map.of("doc", seen)),
                  new ConditionalWrite.Change.Set(Map.of("plain", Value.text("x")))));
      assertThat(outcome).isInstanceOf(WriteOutcome.Refused.class);
    }
  }

  private static Database postgres(String columns) throws SQLException {
    Database database =
        Servers.shared().postgres().admin(Servers.shared().postgres().freshDatabase("written"));
    database.execute(
        "CREATE TABLE written (_id bigint PRIMARY KEY, %s)".formatted(columns),
        "INSERT INTO written (_id) VALUES (1)");
    return database;
  }

  private static Value written(StoreKind kind, Database database, String field, Value value) {
    Dataset dataset = dataset(Map.of(field, field));
    try (Store store = open(kind, database)) {
      Image before = store.read(dataset, List.of(KEY)).get(KEY);
      WriteOutcome outcome =
          store.write(
              new ConditionalWrite(
                  dataset, KEY, before, new ConditionalWrite.Change.Set(Map.of(field, value))));
      assertThat(outcome).isInstanceOf(WriteOutcome.Applied.class);
      Image after = store.read(dataset, List.of(KEY)).get(KEY);
      return ((Image.Present) after).attributes().get(field);
    }
  }

  private static Store open(StoreKind kind, Database database) {
    return kind.open(database.asStore(STORE));
  }

  private static Dataset dataset(Map<String, String> attributes) {
    return new Dataset(
        new EntityName("written"),
        new DatasetName("written"),
        STORE,
        List.of("written"),
        "_id",
        KeyType.INTEGER,
        attributes);
  }
}
