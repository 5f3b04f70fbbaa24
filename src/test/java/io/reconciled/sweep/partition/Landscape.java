package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.simulated.LoneDataset;
import io.reconciled.simulated.SimulatedServer;
import io.reconciled.store.Stores;
import io.reconciled.sweep.guest.Turn;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Datasets with text keys, in stores that fold them or do not, each on a server of its own. */
final class Landscape {
  static final EntityName ENTITY = new EntityName("subscriber");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private final List<LoneDataset> lone = new ArrayList<>();

  /** Adds a dataset; one that folds takes keys that differ in case or trailing blanks for equal. */
  Landscape with(String name, boolean folds) {
    Dataset dataset =
        new Dataset(
            ENTITY,
            new DatasetName(name),
            new StoreName(name),
            List.of("subscriber"),
            "id",
            KeyType.TEXT,
            Map.of("status", "status"));
    LoneDataset added = new LoneDataset(dataset, CLOCK);
    if (folds) {
      added.table().foldsKeys(text -> text.toLowerCase(Locale.ROOT).stripTrailing());
    }
    lone.add(added);
    return this;
  }

  void put(int dataset, String key, String status) {
    lone.get(dataset).table().add(SharedKey.of(key), Map.of("status", Value.text(status)));
  }

  void putKeyless(int dataset) {
    lone.get(dataset).table().addKeyless("null key");
  }

  SimulatedServer server(int dataset) {
    return lone.get(dataset).server();
  }

  List<Dataset> datasets() {
    return lone.stream().map(LoneDataset::dataset).toList();
  }

  private Stores stores() {
    return new Stores(lone.stream().map(LoneDataset::open).toList());
  }

  SweepPlan plan(PartitionSettings settings) {
    return new PlanSweep(stores(), settings).of(datasets());
  }

  /** Reads and spreads everything, one dataset after the other. */
  Partitions read(PartitionSettings settings, DiskSpace space, ReadProgress progress) {
    return new PartitionRows(stores(), settings, space, Runnable::run).of(plan(settings), progress);
  }

  Partitions read(PartitionSettings settings) {
    return read(settings, new DiskSpace(settings.diskLimit()), new NeverCancelled());
  }

  static PartitionSettings settings(Path folder, long memory, int rowsPerRange) {
    return new PartitionSettings(folder, 1 << 24, memory, rowsPerRange);
  }

  /** Waits to the end. */
  record NeverCancelled() implements ReadProgress {
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
