package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Loaded;
import io.reconciled.store.Rows;
import io.reconciled.store.Stores;
import io.reconciled.sweep.guest.Turn;
import io.reconciled.sweep.partition.DiskSpace;
import io.reconciled.sweep.partition.Partition;
import io.reconciled.sweep.partition.PartitionRows;
import io.reconciled.sweep.partition.PartitionSettings;
import io.reconciled.sweep.partition.Partitions;
import io.reconciled.sweep.partition.PlanSweep;
import io.reconciled.sweep.partition.ReadProgress;
import io.reconciled.sweep.partition.SweepPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text keys that no two of three real stores keep in one order. */
class PartitionsIT {
  private static final int NAMES = 300;
  private static final int ROWS_PER_RANGE = 37;
  private static final long MEMORY = 20_000;
  private static final String RULES =
      """
      entity: subscriber
      key: { type: text }
      grace: 1s
      datasets:
        crm:      { table: subscriber, key: sid, attributes: { status: status } }
        billing:  { table: subscriber, key: sid, attributes: { status: status } }
        profiles: { collection: profiles, key: sid, attributes: { status: status } }
      rules:
        - equal: status
      """;

  @TempDir private Path folder;
  private List<String> options = List.of();

  /** Keys that generic collations take for equal: they differ in case, or in trailing blanks. */
  private static List<String> keys() {
    return IntStream.range(0, NAMES)
        .boxed()
        .flatMap(i ->
            Stream.of(
                "name" + i, "NAME" + i, "name" + i + " ", "n\u00E4me" + i, "\uD83D\uDE00" + i))
        .toList();
  }

  @BeforeEach
  void fill() throws SQLException, IOException {
    ThreeStores stores = new ThreeStores("partitions");
    String values =
        keys().stream()
            .map(key -> "('%s', 'ACTIVE')".formatted(key))
            .collect(java.util.stream.Collectors.joining(", "));
    stores.crm(
        "CREATE TABLE subscriber (sid varchar(40) COLLATE \"und-x-icu\" PRIMARY KEY, status text)",
        "INSERT INTO subscriber VALUES " + values);
    stores.billing(
        "CREATE TABLE subscriber (sid varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci,"
            + " status varchar(10), KEY by_sid (sid))",
        "INSERT INTO subscriber VALUES (NULL, 'LOST'), " + values);
    List<Document> documents = new ArrayList<>();
    keys().forEach(key -> documents.add(new Document("sid", key).append("status", "ACTIVE")));
    stores.profiles(documents);
    options = stores.configure(folder, RULES);
  }

  @Test
  void everyKeyOfEveryStoreComesTogether() {
    Configuration configuration = ((Loaded.Sound) settings().load()).configuration();
    Entity entity = configuration.entities().getFirst();
    PartitionSettings settings =
        new PartitionSettings(folder.resolve("partitions"), 1 << 24, MEMORY, ROWS_PER_RANGE);
    try (Stores stores = ConnectStores.open(configuration)) {
      SweepPlan plan = new PlanSweep(stores, settings).of(entity.datasets());
      assertThat(plan.strategy()).isEqualTo(SweepPlan.Strategy.PARTITIONS);
      assertThat(plan.partitions()).isGreaterThan(1);

      Map<Dataset, Set<SharedKey>> seen = new HashMap<>();
      PartitionRows read =
          new PartitionRows(
              stores, settings, new DiskSpace(1 << 24), task -> new Thread(task).start());
      try (Partitions partitions = read.of(plan, new ToTheEnd())) {
        for (var next = partitions.next(); next.isPresent(); next = partitions.next()) {
          together(next.get(), entity.datasets(), seen);
        }
      }

      Set<SharedKey> all = new TreeSet<>(keys().stream().map(SharedKey::of).toList());
      assertThat(seen).hasSize(3).allSatisfy((dataset, keys) -> assertThat(keys).isEqualTo(all));
    }
  }

  private static void together(
      Partition partition, List<Dataset> datasets, Map<Dataset, Set<SharedKey>> seen) {
    assertThat(partition.unread()).isEmpty();
    List<List<SharedKey>> here = new ArrayList<>();
    for (Dataset dataset : datasets) {
      here.add(keys(partition, dataset));
      Set<SharedKey> all = seen.computeIfAbsent(dataset, first -> new TreeSet<>());
      here.getLast().forEach(key -> assertThat(all.add(key)).as("%s once", key).isTrue());
    }
    assertThat(here.getFirst()).isSorted();
    assertThat(here).allMatch(here.getFirst()::equals);
  }

  private static List<SharedKey> keys(Partition partition, Dataset dataset) {
    List<SharedKey> keys = new ArrayList<>();
    try (Rows rows = partition.rows(dataset)) {
      for (var block = rows.next(); block.isPresent(); block = rows.next()) {
        for (int row = 0; row < block.get().rows(); row++) {
          keys.add(block.get().key(row, KeyType.TEXT));
        }
      }
    }
    return keys;
  }

  @Test
  void explainSweepSaysWhichStoreIsWhy() {
    StringWriter said = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of("explain-sweep", "subscriber"));
    arguments.addAll(options);

    int exit =
        Main.commandLine().setOut(new PrintWriter(said)).execute(arguments.toArray(String[]::new));

    assertThat(exit).as(said.toString()).isEqualTo(ExitCode.CONSISTENT);
    assertThat(said.toString())
        .contains(
            "Joined by partitions on disk",
            "crm: in an order of its own",
            "sid is kept in the order of its collation und-x-icu",
            "sid is kept in the order of its collation utf8mb4_general_ci",
            "no index in byte order begins with sid",
            PartitionSettings.DISK_LIMIT);
  }

  private Settings settings() {
    return Settings.from(name -> java.util.Optional.empty())
        .inFolders(Path.of(options.get(1)), Path.of(options.get(3)));
  }

  private record ToTheEnd() implements ReadProgress {
    @Override
    public Optional<Turn> turn(Dataset dataset) {
      return Optional.of(Turn.free());
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void read(Dataset dataset, long rows) {}
  }
}
