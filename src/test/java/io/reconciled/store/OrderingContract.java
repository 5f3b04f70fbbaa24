package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.store.Fixture.Row;
import io.reconciled.store.Scan.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a store tells of the order that it keeps, and what is read in it. */
abstract class OrderingContract extends LoadContract {
  @Nested
  class InItsOwnOrder {
    @Test
    void indexedNumbersAreKeptInTheOrderOfSharedKeys() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.makeUnique(database, CONTAINER, KEY);

      assertThat(store.ordering(dataset).isShared()).isTrue();
      assertThat(store.ordering(dataset).reason()).isNotBlank();
    }

    @Test
    void rangesCoverEveryTextOnceWhateverTheStoreTakesForEqual() {
      Dataset dataset = dataset(KeyType.TEXT);
      List<SharedKey> keys =
          Stream.of("x", "X", "x ", "it's", "back\\slash", "é", "E", "ß", "ss", "語", "😀")
              .flatMap(text -> Stream.of(text, text + "a", text + "A", "b" + text))
              .map(SharedKey::of)
              .toList();
      put(keys.stream().map(key -> row(key, "n")).toArray(Row[]::new));

      rangesCover(dataset, keys);
    }

    @Test
    void rangesCoverEveryUuidOnce() {
      Dataset dataset = dataset(KeyType.UUID);
      List<SharedKey> keys =
          Stream.of(
                  "00000000-0000-1000-8000-000000000001",
                  "7fffffff-ffff-1fff-8fff-ffffffffffff",
                  "80000000-0000-4000-8000-000000000000",
                  "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                  "f81d4faf-7deb-11d0-a765-00a0c91e6bf6")
              .map(text -> KeyType.UUID.parse(text).orElseThrow())
              .toList();
      put(keys.stream().map(key -> row(key, "n")).toArray(Row[]::new));

      rangesCover(dataset, keys);
    }

    @Test
    void rangesCoverEveryCompositeKeyOnce() {
      List<String> fields = List.of("tenant", "number");
      CompositeShape shape = new CompositeShape(List.of(KeyType.TEXT, KeyType.INTEGER));
      fixture.create(database, CONTAINER, fields, shape, List.copyOf(ATTRIBUTES.values()));
      List<SharedKey> keys =
          Stream.of("a", "A", "a ", "b", "é")
              .flatMap(tenant ->
                  Stream.of(-1, 0, 2)
                      .map(number ->
                          (SharedKey)
                              new SharedKey.Composite(
                                  List.of(
                                      new SharedKey.TextKey(tenant),
                                      new SharedKey.IntegerKey(number)))))
              .toList();
      fixture.put(database, CONTAINER, fields, keys.stream().map(key -> row(key, "n")).toList());
      Dataset one = mapped(CONTAINER, KEY_FIELD, KeyType.TEXT, ATTRIBUTES);
      Dataset dataset =
          new Dataset(
              one.entity(),
              one.name(),
              one.store(),
              CONTAINER,
              fields,
              shape,
              ATTRIBUTES,
              Optional.empty(),
              false,
              false);

      rangesCover(dataset, keys);
    }

    @Test
    void rowsWithoutAKeyAreSeenOnce() {
      Dataset dataset = dataset(KeyType.TEXT);
      put(
          row(SharedKey.of("a"), "n"),
          row(SharedKey.of("b"), "n"),
          new Row(Optional.empty(), Map.of("Full Name", Optional.of("nobody"))));

      assertThat(inRangesOf(dataset, 1))
          .filteredOn(ScannedRow.Keyless.class::isInstance)
          .hasSize(1);
    }

    private void rangesCover(Dataset dataset, List<SharedKey> keys) {
      for (int rows : List.of(1, 3, 100)) {
        List<SharedKey> seen =
            inRangesOf(dataset, rows).stream()
                .map(scanned -> ((ScannedRow.Keyed) scanned).key())
                .toList();
        assertThat(seen).as("ranges of %d", rows).containsExactlyInAnyOrderElementsOf(keys);
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
  }
}
