package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import io.reconciled.store.ConditionalWrite;
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.Scan;
import io.reconciled.store.ScannedRow;
import io.reconciled.store.Store;
import io.reconciled.store.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What paths reach that tables have nothing like: arrays, and parts of the {@code _id}. */
class MongoPathsIT {
  private static final StoreName NAME = new StoreName("profiles");
  private final Database database = Servers.shared().mongo().freshDatabase("paths");
  private final Store store = new MongoKind().open(database.asStore(NAME));

  @AfterEach
  void close() {
    store.close();
  }

  private void put(String... documents) {
    try (MongoClient client = MongoClients.create(database.url())) {
      for (String document : documents) {
        client
            .getDatabase(database.name())
            .getCollection("profiles")
            .insertOne(Document.parse(document));
      }
    }
  }

  private static Dataset dataset(
      List<String> keys, KeyShape shape, Map<String, String> attributes) {
    return new Dataset(
        new EntityName("subscriber"),
        new DatasetName("profiles"),
        NAME,
        List.of("profiles"),
        keys,
        shape,
        attributes,
        Optional.empty(),
        false,
        false);
  }

  @Test
  void elementsOfArraysAreRead() {
    Dataset dataset =
        dataset(
            List.of("_id"),
            KeyType.INTEGER,
            Map.of("first", "phones.0.number", "all", "phones[].number", "name", "name.first"));
    put(
        "{_id: 1, name: {first: 'Ada'}, phones: ['none', {number: '1'}, {number: '2'}]}",
        "{_id: 2, phones: [{number: '3'}]}");

    assertThat(store.read(dataset, List.of(SharedKey.of(1), SharedKey.of(2))))
        .isEqualTo(
            Map.of(
                SharedKey.of(1),
                new Image.Present(Map.of("name", Value.text("Ada"), "all", texts("1", "2"))),
                SharedKey.of(2),
                new Image.Present(Map.of("first", Value.text("3"), "all", texts("3")))));
    assertThat(store.holders(dataset, "first", List.of(Value.text("3"), Value.text("1"))))
        .isEqualTo(Map.of(Value.text("3"), Set.of(SharedKey.of(2))));
  }

  private static Value texts(String... texts) {
    return new Value.Array(List.of(texts).stream().map(Value::text).toList());
  }

  @Test
  void anArrayThatHoldsAValueIsAnotherValue() {
    Dataset dataset = dataset(List.of("_id"), KeyType.INTEGER, Map.of("number", "number"));
    put("{_id: 1, number: ['1', '2']}", "{_id: 2, number: '1'}");

    assertThat(store.holders(dataset, "number", List.of(Value.text("1"), Value.text("2"))))
        .isEqualTo(Map.of(Value.text("1"), Set.of(SharedKey.of(2))));
  }

  @Test
  void partsOfTheIdAreAKey() {
    Dataset dataset =
        dataset(
            List.of("_id.tenant", "_id.number"),
            new CompositeShape(List.of(KeyType.TEXT, KeyType.INTEGER)),
            Map.of("name", "name"));
    put(
        "{_id: {tenant: 'a', number: 2}, name: 'Ada'}",
        "{_id: {number: 1, tenant: 'a'}, name: 'Grace'}",
        "{_id: 7, name: 'nobody'}");
    SharedKey added = key("b", 1);
    Map<String, Value> edsger = Map.of("name", Value.text("Edsger"));

    assertThat(
            store.write(
                new ConditionalWrite(dataset, added, Image.ABSENT, new Change.Insert(edsger))))
        .isEqualTo(new WriteOutcome.Applied());
    assertThat(store.read(dataset, List.of(added))).containsEntry(added, new Image.Present(edsger));
    assertThat(ScannedRow.drain(store, Scan.of(dataset, KeyRange.ALL)))
        .extracting(row -> row instanceof ScannedRow.Keyed keyed ? keyed.key() : row)
        .containsExactly(new ScannedRow.Keyless("null key"), key("a", 1), key("a", 2), added);
  }

  private static SharedKey key(String tenant, long number) {
    return new SharedKey.Composite(
        List.of(new SharedKey.TextKey(tenant), new SharedKey.IntegerKey(number)));
  }
}
