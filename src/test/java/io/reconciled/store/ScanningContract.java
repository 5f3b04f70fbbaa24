package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.store.Fixture.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is streamed in the order of keys. */
abstract class ScanningContract extends ReadingContract {
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

      List<ScannedRow> all = ScannedRow.drain(store, Scan.of(dataset, KeyRange.ALL));
      List<ScannedRow> tail =
          ScannedRow.drain(store, Scan.of(dataset, range(Optional.of(0L), Optional.empty())));

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

      assertThat(ScannedRow.drain(store, Scan.of(dataset, KeyRange.ALL)))
          .containsExactly(
              new ScannedRow.Keyed(
                  SharedKey.of(7), (Image.Present) read(dataset, SharedKey.of(7))));
    }

    @Test
    void aScanLeftEarlyFreesItsConnectionAtOnce() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.fill(database, CONTAINER, KEY, 200_000);

      long before = System.nanoTime();
      for (int scans = 0; scans < MORE_THAN_CONNECTIONS; scans++) {
        try (Rows rows = store.scan(Scan.of(dataset, KeyRange.ALL))) {
          assertThat(rows.next()).isPresent();
        }
      }
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
      assertThat(read(dataset, SharedKey.of(5))).isInstanceOf(Image.Present.class);
    }

    @Test
    void aBoundaryEndsARangeOfSoManyRows() {
      Dataset dataset = dataset(KeyType.INTEGER);
      fixture.fill(database, CONTAINER, KEY, 10);

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
}
