package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.CreateViewOptions;
import com.mongodb.client.model.TimeSeriesOptions;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import io.reconciled.store.Container;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.OnView;
import io.reconciled.store.Scan;
import io.reconciled.store.ScannedRow;
import io.reconciled.store.Store;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Severity;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views, which have neither indexes nor a change stream. */
class MongoViewsIT {
  private static final SharedKey ADA = SharedKey.of("ada");
  private static final Image.Present ADAS = new Image.Present(Map.of("name", Value.text("Ada")));
  private static final List<Document> ACTIVE =
      List.of(Document.parse("{$match: {state: 'active'}}"));
  private final Database database = Servers.shared().mongo().freshDatabase("views");
  private final StoreSettings settings = database.asStore(new StoreName("profiles"));
  private final MongoClient client = MongoClients.create(database.url());
  private final MongoDatabase in = client.getDatabase(database.name());

  @BeforeEach
  void createView() {
    in.getCollection("behind")
        .insertMany(
            List.of(
                Document.parse("{_id: 'ada', name: 'Ada', state: 'active'}"),
                Document.parse("{_id: 'bob', name: 'Bob', state: 'gone'}")));
    in.createView("shown", "behind", ACTIVE);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void documentsAreReadScannedAndFoundAndNothingIsComplainedOf() {
    Dataset view = OnView.of(collection("shown"));

    try (Store store = new MongoKind().open(settings)) {
      assertThat(store.read(view, List.of(ADA, SharedKey.of("bob"))))
          .isEqualTo(Map.of(ADA, ADAS, SharedKey.of("bob"), Image.ABSENT));
      assertThat(ScannedRow.drain(store, Scan.of(view, KeyRange.ALL)))
          .containsExactly(new ScannedRow.Keyed(ADA, ADAS));
      assertThat(store.holders(view, "name", List.of(Value.text("Ada"))))
          .isEqualTo(Map.of(Value.text("Ada"), Set.of(ADA)));
    }
    assertThat(check(view)).isEmpty();
  }

  @Test
  void whatNoChangeStreamShowsIsRefusedAsACollection() {
    in.createCollection(
        "series", new CreateCollectionOptions().timeSeriesOptions(new TimeSeriesOptions("at")));

    for (String name : List.of("shown", "series")) {
      assertThat(check(collection(name)))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.what()).contains(name + " is a view");
            assertThat(found.fix()).contains("Write view: instead of collection:");
          });
    }
  }

  @Test
  void aCollectionThatIsMappedAsAViewIsRefused() {
    assertThat(check(OnView.of(collection("behind"))))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.severity()).isEqualTo(Severity.ERROR);
          assertThat(found.fix()).contains("Write collection: instead of view:");
        });
  }

  @Test
  void aViewWithACollationOfItsOwnIsRefused() {
    Collation german = Collation.builder().locale("de").build();
    in.createView("collated", "behind", ACTIVE, new CreateViewOptions().collation(german));

    assertThat(check(OnView.of(collection("collated"))))
        .singleElement()
        .satisfies(found -> assertThat(found.what()).contains("collation de"));
  }

  @Test
  void aDraftWouldSayThatItIsOne() {
    try (DescribeStore describe = new MongoKind().describe(settings)) {
      assertThat(describe.containers())
          .filteredOn(Container::view)
          .extracting(found -> found.path().getLast())
          .containsExactly("shown");
    }
  }

  private List<StoreComplaint> check(Dataset dataset) {
    return new MongoKind().check(settings, new Wanted(List.of(dataset), true));
  }

  private static Dataset collection(String name) {
    return new Dataset(
        new EntityName("subscriber"),
        new DatasetName("profiles"),
        new StoreName("profiles"),
        List.of(name),
        "_id",
        KeyType.TEXT,
        Map.of("name", "name"));
  }
}
