package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.reconciled.model.Image;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.KeyFormsContract;
import io.reconciled.store.StoreKind;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

class MongoKeyFormsIT extends KeyFormsContract {
  private static final int KEYS = 500;

  @Override
  protected StoreKind kind() {
    return new MongoKind();
  }

  @Override
  protected Database fresh() {
    return Servers.shared().mongo().freshDatabase("forms");
  }

  private void in(Consumer<MongoCollection<Document>> work) {
    try (MongoClient client = MongoClients.create(database.url())) {
      work.accept(client.getDatabase(database.name()).getCollection(CONTAINER));
    }
  }

  @Override
  protected void createKeyedByText() {
    in(collection -> collection.createIndex(new Document("k", 1)));
  }

  @Override
  protected void put(String key, String name) {
    in(collection -> collection.insertOne(new Document("k", key).append("name", name)));
  }

  @Test
  void documentsMayHoldOneKeyAsTextAndAsANumber() {
    createKeyedByText();
    put("5", "text");
    in(collection -> collection.insertOne(new Document("k", 5).append("name", "number")));

    assertThat(store.read(keyed(KeyType.INTEGER), List.of(SharedKey.of(5))))
        .containsEntry(SharedKey.of(5), new Image.Duplicate(2));
  }

  @Test
  void numbersAreInOrderUntilOneIsText() {
    createKeyedByText();
    in(collection -> collection.insertOne(new Document("k", 5).append("name", "number")));
    assertThat(store.ordering(keyed(KeyType.INTEGER)).isShared()).isTrue();

    put("6", "text");

    assertThat(store.ordering(keyed(KeyType.INTEGER)).isShared()).isFalse();
  }

  @Test
  void aNewDocumentHasItsKeyInTheFormThatOthersHave() {
    createKeyedByText();
    put("6", "text");

    isApplied(7, Image.ABSENT, new Change.Insert(Map.of("name", Value.text("new"))));

    in(collection ->
        assertThat(collection.find(new Document("k", "7")).first()).containsEntry("name", "new"));
  }

  @Test
  void textsAreLookedForOnceWhereThereAreNone() {
    createKeyedByText();
    List<Document> documents =
        IntStream.range(0, KEYS).mapToObj(n -> new Document("k", 2 * n)).toList();
    in(collection -> collection.insertMany(documents));
    Bson asked =
        new KeyFilters(new MappedCollection(keyed(KeyType.INTEGER)))
            .in(LongStream.range(0, KEYS).mapToObj(n -> SharedKey.of(2 * n)).toList());

    in(collection -> {
      Document examined =
          collection
              .find(asked)
              .explain(ExplainVerbosity.EXECUTION_STATS)
              .get("executionStats", Document.class);
      assertThat(examined.getInteger("totalKeysExamined")).isBetween(KEYS, KEYS + 2);
    });
  }
}
