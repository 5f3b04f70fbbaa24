package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.Position;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.LossyLine;
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.Fixture.Row;
import io.reconciled.store.StoreComplaint.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every kind of store does. A subclass says how to start a server, and nothing else. */
@TestInstance(Lifecycle.PER_METHOD)
public abstract class StoreContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final int MORE_THAN_CONNECTIONS = 20;
  private static final List<String> CONTAINER = List.of("Order Lines");
  private static final String KEY_FIELD = "Select";
  private static final Map<String, String> ATTRIBUTES =
      Map.of("name", "Full Name", "state", "from");

  private Fixture fixture;
  private Database database;
  private Store store;

  protected abstract Fixture fixture();

  @BeforeEach
  void openStore() {
    fixture = fixture();
    database = fixture.server().freshDatabase("contract");
    store = fixture.kind().open(settings(fixture.writer(database)));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static StoreSettings settings(Database database) {
    return new StoreSettings(
        new StoreName("tested"),
        URI.create(database.url()),
        database.user(),
        new Secret(database.password()),
        TIMEOUT,
        Map.of());
  }

  private Dataset dataset(KeyType type) {
    fixture.create(database, CONTAINER, KEY_FIELD, type, List.copyOf(ATTRIBUTES.values()));
    return mapped(CONTAINER, KEY_FIELD, type, ATTRIBUTES);
  }

  private static Dataset mapped(
      List<String> container, String key, KeyType type, Map<String, String> attributes) {
    return new Dataset(
        new EntityName("order"),
        new DatasetName("shop"),
        new StoreName("tested"),
        container,
        key,
        type,
        attributes);
  }

  private void put(Row... rows) {
    fixture.put(database, CONTAINER, KEY_FIELD, List.of(rows));
  }

  private static Row row(SharedKey key, String name) {
    return new Row(Optional.of(key), Map.of("Full Name", Optional.of(name)));
  }

  private static Row row(long key, String name) {
    return row(SharedKey.of(key), name);
  }

  private Image read(Dataset dataset, SharedKey key) {
    return store.read(dataset, List.of(key)).getOrDefault(key, new Image.Duplicate(0));
  }

  private Value name(Dataset dataset, SharedKey key) {
    return read(dataset, key) instanceof Image.Present(Map<String, Value> attributes)
        ? attributes.getOrDefault("name", new Value.Unmapped("absent"))
        : new Value.Unmapped("no row");
  }

  private static List<ScannedRow> drain(Rows rows) {
    List<ScannedRow> all = new ArrayList<>();
    try (rows) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  private List<SharedKey> keys(Dataset dataset, KeyRange range) {
    return drain(store.scan(dataset, range)).stream()
        .filter(ScannedRow.Keyed.class::isInstance)
        .map(scanned -> ((ScannedRow.Keyed) scanned).key())
        .toList();
  }

  private static List<SharedKey> numbers(long... numbers) {
    return LongStream.of(numbers).mapToObj(SharedKey::of).toList();
  }

  private static KeyRange range(Optional<Long> from, Optional<Long> to) {
    return new KeyRange(from.map(SharedKey::of), to.map(SharedKey::of));
  }

  private static Image.Present named(String name) {
    return new Image.Present(Map.of("name", Value.text(name)));
  }

  @Nested
  class Reading {
    @Test
    void everyKeyAskedForHasOneImage() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"), row(2, "Grace"), row(3, "Edsger"));

      Map<SharedKey, Image> images = store.read(dataset, numbers(1, 3, 4));

      assertThat(images).containsOnlyKeys(numbers(1, 3, 4));
      assertThat(images.get(SharedKey.of(4))).isInstanceOf(Image.Absent.class);
      assertThat(name(dataset, SharedKey.of(1))).isEqualTo(Value.text("Ada"));
    }

    @Test
    void askingForNothingReadsNothing() {
      assertThat(store.read(dataset(KeyType.INTEGER), List.of())).isEmpty();
    }

    @Test
    void moreKeysThanOneStatementHoldsAreAllRead() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.fill(database, CONTAINER, KEY_FIELD, 12_000);

      List<SharedKey> asked = LongStream.range(0, 12_000).mapToObj(SharedKey::of).toList();

      assertThat(store.read(dataset, asked))
          .hasSize(12_000)
          .allSatisfy((key, image) -> assertThat(image).isInstanceOf(Image.Present.class));
    }

    @Test
    void nullAndEmptyTextAndAbsenceAreThreeThings() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(
          new Row(Optional.of(SharedKey.of(1)), Map.of("Full Name", Optional.empty())),
          new Row(Optional.of(SharedKey.of(2)), Map.of("Full Name", Optional.of(""))),
          new Row(Optional.of(SharedKey.of(3)), Map.of()));

      assertThat(name(dataset, SharedKey.of(1))).isEqualTo(Value.NULL);
      assertThat(name(dataset, SharedKey.of(2))).isEqualTo(Value.text(""));
      assertThat(name(dataset, SharedKey.of(3)))
          .isEqualTo(fixture.knowsAbsence() ? new Value.Unmapped("absent") : Value.NULL);
    }

    @Test
    void severalRowsWithOneKeyAreADuplicate() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"), row(1, "Ada"), row(1, "Grace"));

      assertThat(read(dataset, SharedKey.of(1))).isEqualTo(new Image.Duplicate(3));
    }

    @Test
    void textKeysAreComparedByCodePoints() {
      Dataset dataset = dataset(KeyType.TEXT);
      put(row(SharedKey.of("bob"), "lower"), row(SharedKey.of("Bob"), "upper"));
      put(row(SharedKey.of("bob "), "blank"));

      assertThat(name(dataset, SharedKey.of("bob"))).isEqualTo(Value.text("lower"));
      assertThat(name(dataset, SharedKey.of("Bob"))).isEqualTo(Value.text("upper"));
      assertThat(name(dataset, SharedKey.of("bob "))).isEqualTo(Value.text("blank"));
      assertThat(read(dataset, SharedKey.of("BOB"))).isInstanceOf(Image.Absent.class);
    }

    @Test
    void uuidKeysAreRead() {
      Dataset dataset = dataset(KeyType.UUID);
      SharedKey key = KeyType.UUID.parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6").orElseThrow();
      put(row(key, "Ada"));

      assertThat(name(dataset, key)).isEqualTo(Value.text("Ada"));
    }
  }

  @Nested
  class Scanning {
    @Test
    void rangesThatShareBoundsCoverEveryKeyOnceInOrder() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(30, "c"), row(-5, "a"), row(20, "b"), row(10, "b"), row(40, "d"));

      assertThat(keys(dataset, KeyRange.ALL)).isEqualTo(numbers(-5, 10, 20, 30, 40));
      assertThat(keys(dataset, range(Optional.empty(), Optional.of(10L)))).isEqualTo(numbers(-5));
      assertThat(keys(dataset, range(Optional.of(10L), Optional.of(30L))))
          .isEqualTo(numbers(10, 20));
      assertThat(keys(dataset, range(Optional.of(30L), Optional.empty())))
          .isEqualTo(numbers(30, 40));
    }

    @Test
    void textKeysComeInTheOrderOfCodePoints() {
      Dataset dataset = dataset(KeyType.TEXT);
      List<SharedKey> ordered =
          IntStream.of(' ', 'B', 'b', 'ß', 'é', '語', 0xFFFD, 0x1F600)
              .mapToObj(Character::toString)
              .flatMap(text -> List.of("x" + text, "x" + text + " ", "x" + text + "a").stream())
              .map(SharedKey::of)
              .sorted()
              .toList();
      put(ordered.reversed().stream().map(key -> row(key, "n")).toArray(Row[]::new));

      assertThat(keys(dataset, KeyRange.ALL)).isEqualTo(ordered);
      for (SharedKey bound : ordered) {
        KeyRange head = new KeyRange(Optional.empty(), Optional.of(bound));
        KeyRange tail = new KeyRange(Optional.of(bound), Optional.empty());
        List<SharedKey> both = new ArrayList<>(keys(dataset, head));
        both.addAll(keys(dataset, tail));
        assertThat(both).as("cut at %s", bound).isEqualTo(ordered);
      }
    }

    @Test
    void uuidKeysComeInTheOrderOfTheirBits() {
      Dataset dataset = dataset(KeyType.UUID);
      List<SharedKey> ordered =
          List.of(
                  "00000000-0000-1000-8000-000000000001",
                  "7fffffff-ffff-1fff-8fff-ffffffffffff",
                  "80000000-0000-1000-8000-000000000000",
                  "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                  "f81d4faf-7deb-11d0-a765-00a0c91e6bf6")
              .stream()
              .map(text -> KeyType.UUID.parse(text).orElseThrow())
              .toList();
      put(ordered.reversed().stream().map(key -> row(key, "n")).toArray(Row[]::new));

      assertThat(keys(dataset, KeyRange.ALL)).isEqualTo(ordered);
      assertThat(
              keys(dataset, new KeyRange(Optional.of(ordered.get(2)), Optional.of(ordered.get(4)))))
          .isEqualTo(ordered.subList(2, 4));
    }

    @Test
    void rowsWithoutAKeyComeFirstInTheRangeThatIsOpenAtItsHead() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"), new Row(Optional.empty(), Map.of("Full Name", Optional.of("nobody"))));

      List<ScannedRow> all = drain(store.scan(dataset, KeyRange.ALL));
      List<ScannedRow> tail = drain(store.scan(dataset, range(Optional.of(0L), Optional.empty())));

      assertThat(all).hasSize(2);
      assertThat(all.getFirst()).isEqualTo(new ScannedRow.Keyless("null key"));
      assertThat(tail).hasSize(1).noneMatch(ScannedRow.Keyless.class::isInstance);
    }

    @Test
    void severalRowsWithOneKeyComeOneAfterTheOther() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(2, "a"), row(1, "b"), row(2, "c"));

      assertThat(keys(dataset, KeyRange.ALL)).isEqualTo(numbers(1, 2, 2));
    }

    @Test
    void anImageScannedIsTheImageRead() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(7, "Ada"));

      assertThat(drain(store.scan(dataset, KeyRange.ALL)))
          .containsExactly(
              new ScannedRow.Keyed(
                  SharedKey.of(7), (Image.Present) read(dataset, SharedKey.of(7))));
    }

    @Test
    void aScanLeftEarlyFreesItsConnectionAtOnce() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.fill(database, CONTAINER, KEY_FIELD, 200_000);

      long before = System.nanoTime();
      for (int scans = 0; scans < MORE_THAN_CONNECTIONS; scans++) {
        try (Rows rows = store.scan(dataset, KeyRange.ALL)) {
          assertThat(rows.next()).isInstanceOf(ScannedRow.Keyed.class);
        }
      }
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
      assertThat(read(dataset, SharedKey.of(5))).isInstanceOf(Image.Present.class);
    }

    @Test
    void aBoundaryEndsARangeOfSoManyRows() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.fill(database, CONTAINER, KEY_FIELD, 10);

      assertThat(store.boundary(dataset, Optional.empty(), 4)).contains(SharedKey.of(4));
      assertThat(store.boundary(dataset, Optional.of(SharedKey.of(4)), 4))
          .contains(SharedKey.of(8));
      assertThat(store.boundary(dataset, Optional.of(SharedKey.of(8)), 4)).isEmpty();
    }

    @Test
    void aBoundaryIsAlwaysBehindItsStart() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "a"), row(1, "b"), row(1, "c"), row(2, "d"));

      assertThat(store.boundary(dataset, Optional.of(SharedKey.of(1)), 1))
          .contains(SharedKey.of(2));
    }
  }

  @Nested
  class Log {
    @Test
    void theHeadMovesOnWithACommit() {
      dataset(KeyType.INTEGER);
      put(row(1, "Ada"));
      Position before = store.head();
      put(row(2, "Grace"));
      Position after = store.head();

      assertThat(after).isGreaterThan(before);
    }
  }

  @Nested
  class Writing {
    private final SharedKey key = SharedKey.of("bob");
    private Dataset dataset;

    @BeforeEach
    void putBob() {
      dataset = dataset(KeyType.TEXT);
      put(row(key, "Bob"), row(SharedKey.of("Bob "), "other"));
    }

    private WriteOutcome set(Image expected, Value name) {
      return store.write(
          new ConditionalWrite(dataset, key, expected, new Change.Set(Map.of("name", name))));
    }

    @Test
    void whatIsAsExpectedIsSet() {
      assertThat(set(named("Bob"), Value.text("Robert"))).isEqualTo(new WriteOutcome.Applied());
      assertThat(name(dataset, key)).isEqualTo(Value.text("Robert"));
      assertThat(name(dataset, SharedKey.of("Bob "))).isEqualTo(Value.text("other"));
    }

    @Test
    void unlikeTextRefusesAndShowsWhatIsThere() {
      for (String unlike : List.of("bob", "Bob ", "BOB", "")) {
        WriteOutcome outcome = set(named(unlike), Value.text("Robert"));
        assertThat(outcome).isEqualTo(new WriteOutcome.Refused(read(dataset, key)));
      }
      assertThat(name(dataset, key)).isEqualTo(Value.text("Bob"));
    }

    @Test
    void aNullIsExpectedAndWritten() {
      assertThat(set(named("Bob"), Value.NULL)).isEqualTo(new WriteOutcome.Applied());
      assertThat(name(dataset, key)).isEqualTo(Value.NULL);
      assertThat(set(named("Bob"), Value.text("x"))).isInstanceOf(WriteOutcome.Refused.class);
      assertThat(set(new Image.Present(Map.of("name", Value.NULL)), Value.text("Bob")))
          .isEqualTo(new WriteOutcome.Applied());
    }

    @Test
    void aRowThatIsGoneRefuses() {
      WriteOutcome outcome =
          store.write(
              new ConditionalWrite(
                  dataset,
                  SharedKey.of("BOB"),
                  named("Bob"),
                  new Change.Set(Map.of("name", Value.text("x")))));
      assertThat(outcome).isEqualTo(new WriteOutcome.Refused(Image.ABSENT));
    }

    @Test
    void aDuplicateRefusesAndIsLeftAsItWas() {
      put(row(key, "Bob"));
      assertThat(set(named("Bob"), Value.text("Robert")))
          .isEqualTo(new WriteOutcome.Refused(new Image.Duplicate(2)));
    }

    @Test
    void anExpectedAbsenceIsFilledOnce() {
      SharedKey eve = SharedKey.of("eve");
      ConditionalWrite insert =
          new ConditionalWrite(
              dataset, eve, Image.ABSENT, new Change.Insert(Map.of("name", Value.text("Eve"))));

      assertThat(store.write(insert)).isEqualTo(new WriteOutcome.Applied());
      assertThat(name(dataset, eve)).isEqualTo(Value.text("Eve"));
      assertThat(store.write(insert)).isEqualTo(new WriteOutcome.Refused(read(dataset, eve)));
    }

    @Test
    void anAnswerLostOnTheWayIsUnknownNotRefused() throws IOException {
      try (LossyLine line = fixture.loseAnswers();
          Store cut =
              fixture
                  .kind()
                  .open(settings(fixture.through(fixture.writer(database), line.port())))) {
        WriteOutcome outcome =
            cut.write(
                new ConditionalWrite(
                    dataset,
                    key,
                    named("Bob"),
                    new Change.Set(Map.of("name", Value.text("Robert")))));

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
      }
      assertThat(name(dataset, key)).isEqualTo(Value.text("Robert"));
    }

    @Test
    void aRowAsExpectedIsDeletedAndNoOther() {
      assertThat(store.write(new ConditionalWrite(dataset, key, named("Bo"), new Change.Delete())))
          .isInstanceOf(WriteOutcome.Refused.class);
      assertThat(store.write(new ConditionalWrite(dataset, key, named("Bob"), new Change.Delete())))
          .isEqualTo(new WriteOutcome.Applied());
      assertThat(read(dataset, key)).isInstanceOf(Image.Absent.class);
      assertThat(name(dataset, SharedKey.of("Bob "))).isEqualTo(Value.text("other"));
    }
  }

  @Nested
  class Failing {
    @Test
    void aMissingContainerIsAMisconfiguration() {
      Dataset gone = mapped(List.of("no such place"), KEY_FIELD, KeyType.INTEGER, ATTRIBUTES);

      assertThatThrownBy(() -> store.read(gone, numbers(1))).isInstanceOf(StoreMisconfigured.class);
      assertThatThrownBy(() -> drain(store.scan(gone, KeyRange.ALL)))
          .isInstanceOf(StoreMisconfigured.class);
    }

    @Test
    void aStoppedServerIsUnavailableAndUsedAgainOnceItIsBack() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"));
      store.ping();
      try {
        fixture.server().stop();
        assertThatThrownBy(store::ping).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> read(dataset, SharedKey.of(1)))
            .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> drain(store.scan(dataset, KeyRange.ALL)))
            .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(store::head).isInstanceOf(StoreUnavailable.class);
      } finally {
        fixture.server().start();
      }
      assertThat(name(dataset, SharedKey.of(1))).isEqualTo(Value.text("Ada"));
      assertThat(keys(dataset, KeyRange.ALL)).isEqualTo(numbers(1));
    }

    @Test
    void aServerThatWasKilledIsUsedAgainOnceItIsBack() {
      Dataset dataset = dataset(KeyType.INTEGER);
      put(row(1, "Ada"));
      store.ping();
      fixture.server().kill();
      fixture.server().start();

      assertThat(name(dataset, SharedKey.of(1))).isEqualTo(Value.text("Ada"));
    }

    @Test
    void aServerThatNeverAnswersIsUnavailableWithinTheTimeout() throws IOException {
      try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
          Store hung = fixture.kind().open(at(silent.getLocalPort()))) {
        long before = System.nanoTime();
        assertThatThrownBy(hung::ping).isInstanceOf(StoreUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(TIMEOUT.plus(AT_ONCE));
      }
    }

    private StoreSettings at(int port) {
      return settings(fixture.through(database, port));
    }

    @Test
    void aStoreMayBeClosedTwice() {
      store.ping();
      store.close();
      store.close();
      assertThatThrownBy(store::ping).isInstanceOf(StoreFailure.class);
    }
  }

  @Nested
  class Checking {
    private List<StoreComplaint> check(Dataset... datasets) {
      return fixture.kind().check(settings(database), List.of(datasets), true);
    }

    @Test
    void whatIsInOrderIsNotComplainedOf() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.makeUnique(database, CONTAINER, KEY_FIELD);
      put(
          new Row(
              Optional.of(SharedKey.of(1)),
              Map.of("Full Name", Optional.of("Ada"), "from", Optional.of("active"))));

      assertThat(check(dataset)).noneMatch(found -> found.severity() != Severity.WARNING);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
      Dataset dataset = dataset(KeyType.TEXT);
      put(
          new Row(
              Optional.of(SharedKey.of("bob")),
              Map.of("Full Name", Optional.of("Bob"), "from", Optional.of("active"))));
      Map<String, String> misspelt = new HashMap<>(ATTRIBUTES);
      misspelt.put("name", "Ful Name");

      List<StoreComplaint> complaints =
          check(
              mapped(List.of("Order Line"), KEY_FIELD, KeyType.TEXT, ATTRIBUTES),
              mapped(dataset.container(), KEY_FIELD, KeyType.INTEGER, ATTRIBUTES),
              mapped(dataset.container(), KEY_FIELD, KeyType.TEXT, misspelt));

      assertThat(complaints)
          .anySatisfy(found -> {
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.what()).contains("Order Line");
            assertThat(found.fix()).contains("Order Lines");
          })
          .anySatisfy(found -> {
            assertThat(found.subject().part()).contains("name");
            assertThat(found.fix()).contains("Full Name");
          })
          .anySatisfy(found -> {
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.subject().part()).contains("key");
            assertThat(found.what()).contains("integer");
          })
          .anySatisfy(found -> assertThat(found.what()).contains("no index"));
    }

    @Test
    void aStoreThatIsDownIsOneComplaint() {
      Dataset dataset = dataset(KeyType.INTEGER);
      try {
        fixture.server().stop();
        assertThat(check(dataset))
            .singleElement()
            .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.UNREACHABLE));
      } finally {
        fixture.server().start();
      }
    }
  }
}
