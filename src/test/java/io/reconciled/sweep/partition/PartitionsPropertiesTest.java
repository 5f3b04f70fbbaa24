package io.reconciled.sweep.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.store.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What partitions give out, against the rows that were put into the stores. */
class PartitionsPropertiesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("java.io.tmpdir"), "reconciled-partitions-test");
  private static final String LONG = "x".repeat(300);

  /**
   * One row.
   *
   * @param key empty for a row without one
   */
  record Row(Optional<String> key, String status) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<String> keys =
        Arbitraries.of(
                "a", "A", "a ", "b", "é", "語", "\uFFFD", "\uD83D\uDE00", "\0", "zero\0", LONG)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(parts -> String.join("", parts));
    return Combinators.combine(keys.optional(0.95), Arbitraries.of("A", "B", LONG))
        .as(Row::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 200)
  void everyRowComesOnceInOrderAndAKeyInOnePartitionOnly(
      @ForAll @Size(3) List<@From("rows") List<Row>> datasets,
      @ForAll @IntRange(min = 200, max = 20_000) int memory,
      @ForAll @IntRange(min = 1, max = 9) int rowsPerRange) {
    Landscape landscape =
        new Landscape().with("crm", true).with("billing", false).with("profiles", true);
    for (int i = 0; i < datasets.size(); i++) {
      for (Row row : datasets.get(i)) {
        int dataset = i;
        row.key()
            .ifPresentOrElse(
                key -> landscape.put(dataset, key, row.status()),
                () -> landscape.putKeyless(dataset));
      }
    }

    try (Partitions partitions = landscape.read(Landscape.settings(FOLDER, memory, rowsPerRange))) {
      Given given = new Given();
      for (var next = partitions.next(); next.isPresent(); next = partitions.next()) {
        given.add(next.get(), landscape.datasets());
      }

      for (int i = 0; i < datasets.size(); i++) {
        Dataset dataset = landscape.datasets().get(i);
        List<Row> keyed = datasets.get(i).stream().filter(row -> row.key().isPresent()).toList();
        assertThat(given.rows.get(dataset)).containsExactlyInAnyOrderElementsOf(keyed);
        assertThat(given.keyless.getOrDefault(dataset, 0L))
            .isEqualTo(datasets.get(i).size() - keyed.size());
      }
    }
  }

  /** What was given out so far. */
  private static final class Given {
    private final Map<Dataset, List<Row>> rows = new HashMap<>();
    private final Map<Dataset, Long> keyless =
        new TreeMap<>((left, right) -> left.toString().compareTo(right.toString()));
    private final Set<SharedKey> seen = new HashSet<>();

    void add(Partition partition, List<Dataset> datasets) {
      assertThat(partition.unread()).isEmpty();
      Set<SharedKey> here = new HashSet<>();
      for (Dataset dataset : datasets) {
        List<SharedKey> keys = add(partition, dataset);
        assertThat(keys).isSorted();
        here.addAll(keys);
      }
      here.forEach(key -> assertThat(seen.add(key)).as("%s is in one partition", key).isTrue());
    }

    private List<SharedKey> add(Partition partition, Dataset dataset) {
      List<SharedKey> keys = new ArrayList<>();
      List<Row> given = rows.computeIfAbsent(dataset, first -> new ArrayList<>());
      try (Rows all = partition.rows(dataset)) {
        for (var block = all.next(); block.isPresent(); block = all.next()) {
          block.get().keyless().values().forEach(count -> keyless.merge(dataset, count, Long::sum));
          for (int row = 0; row < block.get().rows(); row++) {
            keys.add(block.get().key(row, KeyType.TEXT));
            given.add(row(block.get(), row));
          }
        }
      }
      return keys;
    }

    private static Row row(RowBlock block, int row) {
      String status =
          block.image(row).attributes().get("status") instanceof Value.Text(String text)
              ? text
              : "";
      return new Row(Optional.of(block.key(row, KeyType.TEXT).toString()), status);
    }
  }
}
