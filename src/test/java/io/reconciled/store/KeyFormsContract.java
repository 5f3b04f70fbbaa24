package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.Scan.Order;
import io.reconciled.store.StoreComplaint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that a store keeps as values of another type than the key's own. */
public abstract class KeyFormsContract {
  protected static final String CONTAINER = "keyed";
  private static final List<String> NUMBERS =
      List.of("123", "-5", "0", "20", "3", "9223372036854775807", "-9223372036854775808");
  private static final List<String> NO_NUMBERS =
      List.of("007", "+5", " 8", "9 ", "x", "-0", "", "99999999999999999999");
  private static final String LOWER = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
  private static final String UPPER = "0ABCDEF0-7DEC-11D0-A765-00A0C91E6BF6";
  private static final String MIXED = "a1a1a1a1-7DEC-11D0-A765-00A0C91E6BF6";
  private static final String DIGITS = "10000000-0000-4000-8000-000000000000";

  protected Database database;
  protected Store store;

  protected abstract StoreKind kind();

  protected abstract Database fresh();

  /** Makes the container with an index on its key, which is called {@code k}, and is text. */
  protected abstract void createKeyedByText();

  /** Adds a row with this key, and an attribute {@code name}. */
  protected abstract void put(String key, String name);

  @BeforeEach
  void open() {
    database = fresh();
    store = kind().open(settings());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StoreSettings settings() {
    return database.asStore(new StoreName("tested"));
  }

  protected static Dataset keyed(KeyType type) {
    return new Dataset(
        new EntityName("keyed"),
        new DatasetName("keyed"),
        new StoreName("tested"),
        List.of(CONTAINER),
        "k",
        type,
        Map.of("name", "name"));
  }

  protected static SharedKey uuid(String text) {
    return SharedKey.of(UUID.fromString(text));
  }

  private static Image.Present named(String name) {
    return new Image.Present(Map.of("name", Value.text(name)));
  }

  /** Rows whose name is their key as it is stored. */
  private void createWith(List<String> keys, List<String> others) {
    createKeyedByText();
    Stream.concat(keys.stream(), others.stream()).forEach(key -> put(key, key));
  }

  @Test
  void numbersAsTextAreReadByTheirKeys() {
    createWith(NUMBERS, NO_NUMBERS);
    List<SharedKey> absent = Stream.of(7L, 5L, 8L, 9L, 12L).map(SharedKey::of).toList();
    List<SharedKey> asked = new ArrayList<>(absent);
    NUMBERS.forEach(number -> asked.add(SharedKey.of(Long.parseLong(number))));

    Map<SharedKey, Image> found = store.read(keyed(KeyType.INTEGER), asked);

    assertThat(found).hasSize(asked.size());
    absent.forEach(key -> assertThat(found).containsEntry(key, Image.ABSENT));
    NUMBERS.forEach(number ->
        assertThat(found).containsEntry(SharedKey.of(Long.parseLong(number)), named(number)));
  }

  @Test
  void rangesCoverNumbersAsTextOnce() {
    createWith(NUMBERS, NO_NUMBERS);
    List<SharedKey> keys =
        NUMBERS.stream().map(number -> SharedKey.of(Long.parseLong(number))).toList();

    rangesCover(
        KeyType.INTEGER,
        keys,
        List.of(
            "key is text with leading zeros",
            "key is text with leading zeros",
            "key is text with a plus sign",
            "key is text with blanks around a number",
            "key is text with blanks around a number",
            "key is text that is no whole number",
            "key is text that is no whole number",
            "key is text with a number of more than 64 bits"));
  }

  @Test
  void rangesCoverUuidsAsTextOnce() {
    createWith(List.of(LOWER, UPPER, DIGITS), List.of(MIXED, "none"));

    rangesCover(
        KeyType.UUID,
        List.of(uuid(LOWER), uuid(UPPER), uuid(DIGITS)),
        List.of(
            "key is text that mixes upper and lower case",
            "key is text that is no UUID of 36 characters"));
  }

  private void rangesCover(KeyType type, List<SharedKey> keys, List<String> keyless) {
    assertThat(store.ordering(keyed(type)).isShared()).isFalse();
    for (int rows : List.of(1, 3, 100)) {
      List<ScannedRow> seen = inRangesOf(keyed(type), rows);
      assertThat(keysOf(seen)).as("ranges of %d", rows).containsExactlyInAnyOrderElementsOf(keys);
      assertThat(seen)
          .filteredOn(ScannedRow.Keyless.class::isInstance)
          .extracting(row -> ((ScannedRow.Keyless) row).why())
          .containsExactlyInAnyOrderElementsOf(keyless);
    }
  }

  private List<ScannedRow> inRangesOf(Dataset dataset, int rows) {
    List<ScannedRow> seen = new ArrayList<>();
    Optional<SharedKey> from = Optional.empty();
    do {
      Optional<SharedKey> to = store.boundary(dataset, Order.OWN, from, rows);
      Scan scan = new Scan(dataset, new KeyRange(from, to), Order.OWN, Long.MAX_VALUE);
      seen.addAll(ScannedRow.drain(store, scan));
      from = to;
    } while (from.isPresent());
    return seen;
  }

  private static List<SharedKey> keysOf(List<ScannedRow> rows) {
    return rows.stream()
        .filter(ScannedRow.Keyed.class::isInstance)
        .map(row -> ((ScannedRow.Keyed) row).key())
        .toList();
  }

  /** A sorted scan for each range that is bounded by one of the keys. */
  protected final void areSorted(KeyType type, int rows) {
    List<ScannedRow> whole =
        ScannedRow.drain(store, Scan.of(keyed(type), KeyRange.ALL)).stream().toList();
    List<SharedKey> keys = keysOf(whole);
    assertThat(whole).hasSize(rows);
    assertThat(keys).isSorted().isNotEmpty();
    for (SharedKey bound : keys) {
      Optional<SharedKey> middle = Optional.of(bound);
      List<ScannedRow> parts = new ArrayList<>();
      for (KeyRange range :
          List.of(new KeyRange(Optional.empty(), middle), new KeyRange(middle, Optional.empty()))) {
        List<ScannedRow> part = ScannedRow.drain(store, Scan.of(keyed(type), range));
        assertThat(keysOf(part)).allMatch(range::contains);
        parts.addAll(part);
      }
      assertThat(keysOf(parts)).isEqualTo(keys);
      assertThat(parts).hasSize(rows);
    }
  }

  protected final int createNumbers() {
    createWith(NUMBERS, NO_NUMBERS);
    return NUMBERS.size() + NO_NUMBERS.size();
  }

  protected final int createUuids() {
    createWith(List.of(LOWER, UPPER, DIGITS), List.of(MIXED, "none"));
    return 5;
  }

  @Test
  void uuidsAsTextAreReadInEitherCase() {
    createWith(List.of(LOWER, UPPER, DIGITS), List.of(MIXED));

    assertThat(
            store.read(
                keyed(KeyType.UUID), List.of(uuid(LOWER), uuid(UPPER), uuid(MIXED), uuid(DIGITS))))
        .containsEntry(uuid(LOWER), named(LOWER))
        .containsEntry(uuid(UPPER), named(UPPER))
        .containsEntry(uuid(DIGITS), named(DIGITS))
        .containsEntry(uuid(MIXED), Image.ABSENT);
  }

  @Test
  void rowsWhoseKeysAreStoredUnlikeAreDuplicates() {
    createWith(List.of(UPPER, UPPER.toLowerCase(Locale.ROOT)), List.of());

    assertThat(store.read(keyed(KeyType.UUID), List.of(uuid(UPPER))))
        .containsEntry(uuid(UPPER), new Image.Duplicate(2));
    assertThat(keysOf(inRangesOf(keyed(KeyType.UUID), 1)))
        .containsExactly(uuid(UPPER), uuid(UPPER));
  }

  @Test
  void aDuplicateInOneFormEndsTheRangesAllTheSame() {
    createWith(List.of(UPPER, UPPER, UPPER, UPPER), List.of());

    assertThat(keysOf(inRangesOf(keyed(KeyType.UUID), 1))).hasSize(4);
  }

  @Test
  void aKeyOfAnotherFormIsNoError() {
    createWith(List.of("5"), List.of());

    assertThat(check(KeyType.INTEGER)).noneMatch(found -> found.severity() == Severity.ERROR);
  }

  protected final List<StoreComplaint> check(KeyType type) {
    return kind().check(settings(), new Wanted(List.of(keyed(type)), false));
  }

  @Test
  void aRowIsChangedAndDeletedByItsKey() {
    createWith(List.of("5", "6"), List.of("05"));

    isApplied(5, named("5"), new Change.Set(Map.of("name", Value.text("new"))));
    assertThat(image(5)).isEqualTo(named("new"));
    isApplied(6, named("6"), new Change.Delete());
    assertThat(image(6)).isEqualTo(Image.ABSENT);
  }

  private Image image(long key) {
    return store
        .read(keyed(KeyType.INTEGER), List.of(SharedKey.of(key)))
        .getOrDefault(SharedKey.of(key), new Image.Duplicate(0));
  }

  protected final void isApplied(long key, Image expected, Change change) {
    WriteOutcome outcome =
        store.write(
            new ConditionalWrite(keyed(KeyType.INTEGER), SharedKey.of(key), expected, change));
    assertThat(outcome).isInstanceOf(WriteOutcome.Applied.class);
  }
}
