package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.reconciled.store.Container;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.Fixture.Row;
import io.reconciled.store.Load;
import io.reconciled.store.OnView;
import io.reconciled.store.Scan;
import io.reconciled.store.ScannedRow;
import io.reconciled.store.Store;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Severity;
import io.reconciled.store.StoreContract;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Wanted;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every SQL store does beside what all stores do: rights, and schemas. */
abstract class SqlStoreContract extends StoreContract {
  private static final SharedKey KEY = SharedKey.of(1);
  private static final List<String> KEY_COLUMN = List.of("Select");

  @Override
  protected abstract SqlFixture fixture();

  /** A user of the server with the right to log in, and no other. */
  protected abstract Database stranger(Database database) throws SQLException;

  /** Has the key, which is text, kept in the order of some language. */
  protected abstract void orderByLanguage(Database database, String table);

  /** Makes a place for tables outside the one that a connection starts in. */
  protected abstract void createSchema(Database database, String name) throws SQLException;

  @Nested
  class InASchema {
    private final SqlFixture fixture = fixture();
    private final Database database = fixture.server().freshDatabase("schema");
    private final String schema = "Odd " + database.name();
    private final Dataset dataset = dataset(List.of(schema, "Order Lines"));

    @BeforeEach
    void createTable() throws SQLException {
      createSchema(database, schema);
      fixture.create(database, dataset.container(), KEY_COLUMN, KeyType.INTEGER, List.of("from"));
      Row row = new Row(Optional.of(KEY), Map.of("from", Optional.of("Ada")));
      fixture.put(database, dataset.container(), KEY_COLUMN, List.of(row));
    }

    @Test
    void aTableIsReadByItsWholeName() {
      try (Store store = fixture.kind().open(settings(fixture.writer(database)))) {
        assertThat(store.read(dataset, List.of(KEY)))
            .containsEntry(KEY, new Image.Present(Map.of("name", Value.text("Ada"))));
      }
    }

    @Test
    void withoutRightsItIsMisconfiguredAndTheFixMendsIt() throws SQLException {
      Database stranger = stranger(database);

      try (Store store = fixture.kind().open(settings(stranger))) {
        assertThatThrownBy(() -> store.read(dataset, List.of(KEY)))
            .isInstanceOf(StoreMisconfigured.class);
        List<StoreComplaint> complaints = check(stranger);
        assertThat(complaints)
            .singleElement()
            .satisfies(found -> assertThat(found.fix()).startsWith("GRANT "));

        for (String statement : complaints.getFirst().fix().split(";")) {
          fixture.server().admin(database).execute(statement);
        }

        assertThat(store.read(dataset, List.of(KEY)).get(KEY)).isInstanceOf(Image.Present.class);
        assertThat(check(stranger)).isEmpty();
      }
    }

    @Test
    void whatAUserMayNotSeeOfTheLoadComesWithTheRightToSeeIt() throws SQLException {
      Database stranger = stranger(database);

      try (Store store = fixture.kind().open(settings(stranger))) {
        List<String> fixes = fixes(store.load());
        assertThat(fixes)
            .singleElement()
            .satisfies(fix -> assertThat(fix).startsWith("GRANT ").contains(stranger.user()));

        fixture.server().admin(database).execute(fixes.getFirst());
      }

      try (Store store = fixture.kind().open(settings(stranger))) {
        assertThat(fixes(store.load())).isEmpty();
        assertThat(store.load().activeSessions()).isInstanceOf(Load.Seen.class);
      }
    }

    private static List<String> fixes(Load load) {
      return Stream.of(load.activeSessions(), load.replicaLag())
          .filter(Load.Hidden.class::isInstance)
          .map(hidden -> ((Load.Hidden<?>) hidden).fix())
          .toList();
    }

    private List<StoreComplaint> check(Database user) {
      return fixture.kind().check(settings(user), new Wanted(List.of(dataset), false)).stream()
          .filter(found -> found.severity() == Severity.ERROR)
          .toList();
    }
  }

  @Nested
  class OfATextKey {
    private final SqlFixture fixture = fixture();
    private final Database database = fixture.server().freshDatabase("ordered");

    @Test
    void anOrderThatIsNotOursIsWorthAWordAndANumbersOrderIsNot() {
      assertThat(complaintsOf(KeyType.TEXT))
          .anySatisfy(found -> {
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.what())
                .contains("order of its collation", "by partitions on local disk");
          });
      assertThat(complaintsOf(KeyType.INTEGER))
          .noneSatisfy(found -> assertThat(found.what()).contains("collation"));
    }

    private List<StoreComplaint> complaintsOf(KeyType type) {
      String table = "by_" + type.written();
      fixture.create(database, List.of(table), KEY_COLUMN, type, List.of("from"));
      if (type == KeyType.TEXT) {
        orderByLanguage(database, table);
      }
      fixture.makeUnique(database, List.of(table), KEY_COLUMN);
      Dataset keyed =
          new Dataset(
              new EntityName("keyed"),
              new DatasetName("keyed"),
              new StoreName("keyed"),
              List.of(table),
              KEY_COLUMN.getFirst(),
              type,
              Map.of("from", "from"));
      return fixture
          .kind()
          .check(settings(fixture.writer(database)), new Wanted(List.of(keyed), false));
    }
  }

  @Nested
  class OfAView {
    private final SqlFixture fixture = fixture();
    private final Database database = fixture.server().freshDatabase("view");

    @BeforeEach
    void createView() throws SQLException {
      fixture.create(database, List.of("behind"), KEY_COLUMN, KeyType.INTEGER, List.of("from"));
      Row row = new Row(Optional.of(KEY), Map.of("from", Optional.of("Ada")));
      fixture.put(database, List.of("behind"), KEY_COLUMN, List.of(row));
      fixture.makeUnique(database, List.of("behind"), KEY_COLUMN);
      fixture.server().admin(database).execute("CREATE VIEW shown AS SELECT * FROM behind");
    }

    @Test
    void rowsAreReadAndScannedAndNothingIsComplainedOf() {
      Image.Present ada = new Image.Present(Map.of("name", Value.text("Ada")));
      Dataset view = onView("shown");

      try (Store store = fixture.kind().open(settings(fixture.writer(database)))) {
        assertThat(store.read(view, List.of(KEY))).containsEntry(KEY, ada);
        assertThat(ScannedRow.drain(store, Scan.of(view, KeyRange.ALL)))
            .containsExactly(new ScannedRow.Keyed(KEY, ada));
      }
      assertThat(check(view)).isEmpty();
    }

    @Test
    void aViewThatIsMappedAsATableIsRefused() {
      assertThat(check(dataset(List.of("shown"))))
          .filteredOn(found -> found.severity() == Severity.ERROR)
          .singleElement()
          .satisfies(found -> {
            assertThat(found.what()).contains("shown is a view");
            assertThat(found.fix()).contains("Write view: instead of table:");
          });
    }

    @Test
    void aTableThatIsMappedAsAViewIsRefused() {
      assertThat(check(onView("behind")))
          .filteredOn(found -> found.severity() == Severity.ERROR)
          .singleElement()
          .satisfies(found -> {
            assertThat(found.what()).contains("behind is a table");
            assertThat(found.fix()).contains("Write table: instead of view:");
          });
    }

    @Test
    void aDraftWouldSayThatItIsOne() {
      try (DescribeStore describe = fixture.kind().describe(settings(fixture.writer(database)))) {
        assertThat(describe.containers())
            .filteredOn(Container::view)
            .extracting(found -> found.path().getLast())
            .containsExactly("shown");
      }
    }

    private Dataset onView(String name) {
      return OnView.of(dataset(List.of(name)));
    }

    private List<StoreComplaint> check(Dataset dataset) {
      return fixture
          .kind()
          .check(settings(fixture.writer(database)), new Wanted(List.of(dataset), true));
    }
  }

  private static StoreSettings settings(Database database) {
    return database.asStore(new StoreName("tested"));
  }

  private static Dataset dataset(List<String> container) {
    return new Dataset(
        new EntityName("order"),
        new DatasetName("shop"),
        new StoreName("tested"),
        container,
        "Select",
        KeyType.INTEGER,
        Map.of("name", "from"));
  }
}
