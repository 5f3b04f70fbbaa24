package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.state.TestState;
import io.reconciled.sweep.SweepAlone.Moved;
import io.reconciled.sweep.SweepAlone.Swept;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a sweep of the three real stores asks to look at, against a model that holds all rows in
 * memory. Every drawn landscape is swept in several sizes of ranges.
 */
class SweepExactlyIT {
  private static final List<Long> EDGES =
      List.of(
          Long.MIN_VALUE,
          Long.MIN_VALUE + 1,
          -999_999_999_999_999L,
          -1L,
          0L,
          1L,
          999_999_999_999_999L,
          9_007_199_254_740_993L,
          Long.MAX_VALUE - 1,
          Long.MAX_VALUE);
  private final SweptStores stores = new SweptStores();
  private StateDatabase state;

  @BeforeEach
  void openState() {
    state = TestState.h2InMemory();
  }

  @AfterEach
  void close() {
    stores.close();
    state.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyKeysInAnyStores(long seed) {
    Random random = new Random(seed);
    Map<DatasetName, Map<Long, String>> rows = new LinkedHashMap<>();
    for (DatasetName dataset : SweptStores.NAMES) {
      Map<Long, String> drawn = new TreeMap<>();
      for (long key : keys(random)) {
        if (random.nextInt(10) > 0) {
          drawn.put(key, random.nextInt(20) == 0 ? "other" : "same");
        }
      }
      rows.put(dataset, drawn);
    }
    isExact(rows, 1, 7, 1_000_000);
  }

  /** The same for every dataset, but for the seed of what each leaves out. */
  private static Set<Long> keys(Random random) {
    Set<Long> keys = new TreeSet<>(EDGES);
    new Random(11).longs(200).forEach(keys::add);
    LongStream.range(random.nextInt(5), 60).forEach(keys::add);
    return keys;
  }

  @Test
  void emptyTables() {
    isExact(all(Map.of(), Map.of(), Map.of()), 1, 100);
  }

  @Test
  void oneRow() {
    isExact(all(Map.of(5L, "same"), Map.of(5L, "same"), Map.of(5L, "same")), 1, 100);
    isExact(all(Map.of(5L, "same"), Map.of(), Map.of()), 1, 100);
  }

  @Test
  void largeTexts() {
    String large = "é".repeat(1 << 19);
    isExact(
        all(
            Map.of(1L, large, 2L, large, 3L, "same"),
            Map.of(1L, large, 2L, large + "x", 3L, "same"),
            Map.of(1L, large, 2L, large, 3L, large)),
        1,
        2,
        100);
  }

  @Test
  void rowsWhoseKeyIsNoneDoNotEndARange() {
    stores.hold(all(Map.of(7L, "same"), Map.of(7L, "same"), Map.of(7L, "same", 8L, "same")));
    stores.holdHalfKeys(30);

    Swept swept = sweep(2, ranges -> {});

    assertThat(swept.suspects()).containsExactly(SharedKey.of(8));
    assertThat(swept.tally().keys()).isEqualTo(2);
  }

  @Test
  void threeColumnsOfMany() {
    stores.widen();
    isExact(all(Map.of(1L, "same"), Map.of(1L, "same", 2L, "same"), Map.of(1L, "other")), 1, 10);
  }

  @Test
  void aTableThatIsEmptiedMeanwhileIsAskedFor() {
    Map<Long, String> many = new TreeMap<>();
    LongStream.range(0, 3_000).forEach(key -> many.put(key, "same"));
    stores.hold(all(many, many, many));

    Swept swept =
        sweep(
            100,
            ranges -> {
              if (ranges == 3) {
                stores.hold(all(many, Map.of(), many));
              }
            });

    assertThat(swept.suspects())
        .doesNotHaveDuplicates()
        .contains(SharedKey.of(2_999))
        .doesNotContain(SharedKey.of(0));
  }

  private static Map<DatasetName, Map<Long, String>> all(
      Map<Long, String> crm, Map<Long, String> billing, Map<Long, String> profiles) {
    List<Map<Long, String>> each = List.of(crm, billing, profiles);
    Map<DatasetName, Map<Long, String>> rows = new LinkedHashMap<>();
    for (int i = 0; i < each.size(); i++) {
      rows.put(SweptStores.NAMES.get(i), each.get(i));
    }
    return rows;
  }

  private void isExact(Map<DatasetName, Map<Long, String>> rows, long... sizes) {
    stores.hold(rows);
    TreeSet<SharedKey> expected = differing(rows);
    for (long size : sizes) {
      Swept swept = sweep(size, ranges -> {});
      assertThat(swept.suspects())
          .as("in ranges that begin with %d rows", size)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(swept.toDo().left()).isEmpty();
      rows.forEach((dataset, all) ->
          assertThat(swept.tally().rows().getOrDefault(dataset, 0L)).isEqualTo(all.size()));
    }
  }

  private Swept sweep(long size, Moved moved) {
    SweepReading reading = SweepingInTests.reading(stores.open(), SweepAlone.CLOCK);
    return new SweepAlone(stores.entity(), reading, state)
        .run(SweepingInTests.inRangesOf(size), List.of(), moved);
  }

  private TreeSet<SharedKey> differing(Map<DatasetName, Map<Long, String>> rows) {
    CompareKey compare = new CompareKey(stores.entity());
    Set<Long> keys = new TreeSet<>();
    rows.values().forEach(all -> keys.addAll(all.keySet()));
    TreeSet<SharedKey> differing = new TreeSet<>();
    for (long key : keys) {
      Map<DatasetName, Reading> readings = new HashMap<>();
      rows.forEach((dataset, all) ->
          readings.put(
              dataset,
              all.containsKey(key)
                  ? new Image.Present(Map.of("status", Value.text(all.get(key))))
                  : Image.ABSENT));
      boolean holds =
          compare.verdicts(SharedKey.of(key), new Readings(readings)).values().stream()
              .allMatch(Verdict.CONSISTENT::equals);
      if (!holds) {
        differing.add(SharedKey.of(key));
      }
    }
    return differing;
  }
}
