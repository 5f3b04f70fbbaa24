package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.servers.Database;
import io.reconciled.servers.MeteredLine;
import io.reconciled.servers.Servers;
import io.reconciled.state.TestState;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Stores;
import io.reconciled.store.sql.SqlStoreKind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps by digests of two real stores, against sweeps that stream every row. */
class NarrowSweepIT {
  private static final int ROWS = 30_000;
  private static final Entity ENTITY =
      SweptSubscribers.in(
          List.of(SweptSubscribers.CRM, SweptSubscribers.BILLING),
          List.of("born", "first", "last", "paid"));

  private final Database crm = Servers.shared().postgres().freshDatabase("narrow");
  private final Database billing =
      Servers.shared().mariaDb().admin(Servers.shared().mariaDb().freshDatabase("narrow"));
  private MeteredLine toCrm;
  private MeteredLine toBilling;
  private Stores stores;
  private StateDatabase state;

  @BeforeEach
  void open() throws IOException, SQLException {
    state = TestState.h2InMemory();
    toCrm = new MeteredLine(Servers.shared().postgres().port());
    toBilling = new MeteredLine(Servers.shared().mariaDb().port());
    stores =
        new Stores(
            List.of(
                SqlStoreKind.postgres().open(settings("crm", crm, toCrm)),
                SqlStoreKind.mariaDb().open(settings("billing", billing, toBilling))));
    String columns = "first varchar(40), last varchar(40), paid numeric(12,2), born date";
    crm.execute(
        "CREATE TABLE subscriber (id bigint, " + columns + ")",
        "CREATE INDEX by_id ON subscriber (id)");
    billing.execute(
        "CREATE TABLE subscriber (id bigint, " + columns + ") CHARACTER SET utf8mb4",
        "CREATE INDEX by_id ON subscriber (id)");
    String row =
        "%1$s, CONCAT('first ', %1$s), CONCAT('last ', %1$s), %1$s / 4.0, DATE '2000-02-29'";
    crm.execute(
        "INSERT INTO subscriber SELECT "
            + row.formatted("n")
            + " FROM generate_series(1, %d) s(n)".formatted(ROWS),
        "ANALYZE subscriber");
    billing.execute(
        "INSERT INTO subscriber SELECT "
            + row.formatted("seq")
            + " FROM seq_1_to_%d".formatted(ROWS));
  }

  private static StoreSettings settings(String name, Database database, MeteredLine line) {
    return new Database(database.name(), line.url(database), database.user(), database.password())
        .asStore(new StoreName(name), Duration.ofSeconds(20));
  }

  @AfterEach
  void close() throws IOException {
    stores.close();
    toCrm.close();
    toBilling.close();
    state.close();
  }

  /** What a sweep came to, and how many bytes it took. */
  private record Swept(Set<SharedKey> suspects, SweepTally tally, long bytes) {}

  @Test
  void whatAgreesDoesNotTravel() {
    Swept wide = sweep(false, 20_000);
    Swept narrow = sweep(true, 20_000);
    isSame(narrow, wide);
    assertThat(narrow.suspects()).isEmpty();
    assertThat(narrow.tally().keys()).isEqualTo(ROWS);
    assertThat(wide.bytes()).isGreaterThan(ROWS * 2 * 30L);
    assertThat(narrow.bytes()).isLessThan(wide.bytes() / 50);
  }

  @Test
  void onlyRangesThatDifferTravel() throws SQLException {
    crm.execute(
        "UPDATE subscriber SET first = 'ab', last = 'c' WHERE id = 777",
        "DELETE FROM subscriber WHERE id = 29999");
    billing.execute("UPDATE subscriber SET first = 'a', last = 'bc' WHERE id = 777");
    Swept wide = sweep(false, 20_000);
    Swept narrow = sweep(true, 20_000);
    isSame(narrow, wide);
    assertThat(narrow.suspects()).containsExactly(SharedKey.of(777), SharedKey.of(29_999));
    assertThat(narrow.bytes()).isLessThan(wide.bytes() / 4);
  }

  @Test
  void rowsOfOneKeyAndOfNoneAreStreamed() throws SQLException {
    for (Database database : List.of(crm, billing)) {
      database.execute(
          "INSERT INTO subscriber SELECT * FROM subscriber WHERE id = 15000",
          "INSERT INTO subscriber (id, first) VALUES (NULL, 'nobody')");
    }
    Swept wide = sweep(false, 20_000);
    isSame(sweep(true, 20_000), wide);
    assertThat(wide.suspects()).containsExactly(SharedKey.of(15_000));
    assertThat(wide.tally().keyless()).isNotEmpty();
  }

  @Test
  void emptyTablesAndOneThatIsEmpty() throws SQLException {
    billing.execute("DELETE FROM subscriber");
    assertThat(sweep(true, 20_000).suspects()).hasSize(ROWS);
    crm.execute("DELETE FROM subscriber");
    assertThat(sweep(true, 20_000).tally().keys()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyDifferencesInAnyStore(long seed) throws SQLException {
    Random random = new Random(seed);
    List<String> biting =
        List.of(
            "first = NULL",
            "first = ''",
            "last = first",
            "last = 'it''s'",
            "first = 'first 7 '",
            "last = '\uD83D\uDE00'",
            "paid = -paid",
            "paid = paid + 0.01",
            "paid = NULL",
            "born = DATE '1969-12-31'",
            "id = -id",
            "id = -9223372036854775807 - 1",
            "id = 9223372036854775807",
            "id = id + 1",
            "id = NULL");
    int changes = random.nextInt(40);
    for (int i = 0; i < changes; i++) {
      String change =
          random.nextInt(5) == 0
              ? "DELETE FROM subscriber WHERE id = %d"
              : "UPDATE subscriber SET "
                  + biting.get(random.nextInt(biting.size()))
                  + " WHERE id = %d";
      String statement = change.formatted(1 + random.nextInt(ROWS));
      int where = random.nextInt(3);
      if (where != 0) {
        crm.execute(statement);
      }
      if (where != 1) {
        billing.execute(statement);
      }
    }
    Swept wide = sweep(false, 20_000);
    isSame(sweep(true, 20_000), wide);
    isSame(sweep(true, 37), wide);
  }

  private static void isSame(Swept narrow, Swept wide) {
    assertThat(narrow.suspects()).isEqualTo(wide.suspects());
    assertThat(narrow.tally().keys()).isEqualTo(wide.tally().keys());
    assertThat(narrow.tally().suspects()).isEqualTo(wide.tally().suspects());
    assertThat(narrow.tally().rows()).isEqualTo(wide.tally().rows());
    assertThat(narrow.tally().keyless()).isEqualTo(wide.tally().keyless());
  }

  private Swept sweep(boolean narrow, long firstRows) {
    Set<StoreName> links = narrow ? Set.of(new StoreName("billing")) : Set.of();
    SweepReading reading = SweepingInTests.reading(stores, links, SweepAlone.CLOCK);
    received();
    SweepAlone.Swept swept =
        new SweepAlone(ENTITY, reading, state).run(SweepingInTests.inRangesOf(firstRows));
    assertThat(swept.toDo().left()).isEmpty();
    return new Swept(new TreeSet<>(swept.suspects()), swept.tally(), received());
  }

  private long received() {
    return toCrm.received() + toBilling.received();
  }
}
