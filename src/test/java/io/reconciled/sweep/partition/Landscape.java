package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.simulated.SimulatedKind;
import io.reconciled.simulated.SimulatedServer;
import io.reconciled.simulated.SimulatedTable;
import io.reconciled.store.Store;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Stores;
import io.reconciled.sweep.guest.Turn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Datasets with text keys, in stores that fold them or do not, each on a server of its own. */
final class Landscape {
  static final EntityName ENTITY = new EntityName("subscriber");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private static final List<String> TABLE = List.of("subscriber");
  private final List<SimulatedServer> servers = new ArrayList<>();
  private final List<SimulatedTable> tables = new ArrayList<>();
  private final List<Dataset> datasets = new ArrayList<>();
  private final List<Store> stores = new ArrayList<>();

  /** Adds a dataset; one that folds takes keys that differ in case or trailing blanks for equal. */
  Landscape with(String name, boolean folds) {
    SimulatedServer server = new SimulatedServer(CLOCK);
    Database database = server.freshDatabase("partitions");
    SimulatedTable table =
        server.database(database.name()).create(TABLE, "id", KeyType.TEXT, Set.of("status"));
    if (folds) {
      table.foldsKeys(text -> text.toLowerCase(Locale.ROOT).stripTrailing());
    }
    StoreName store = new StoreName(name);
    servers.add(server);
    tables.add(table);
    datasets.add(
        new Dataset(
            ENTITY,
            new DatasetName(name),
            store,
            TABLE,
            "id",
            KeyType.TEXT,
            Map.of("status", "status")));
    stores.add(
        new SimulatedKind(server)
            .open(
                new StoreSettings(
                    store,
                    URI.create(database.url()),
                    "",
                    Secret.NONE,
                    Duration.ofSeconds(1),
                    Map.of())));
    return this;
  }

  void put(int dataset, String key, String status) {
    tables.get(dataset).add(SharedKey.of(key), Map.of("status", Value.text(status)));
  }

  void putKeyless(int dataset) {
    tables.get(dataset).addKeyless("null key");
  }

  SimulatedServer server(int dataset) {
    return servers.get(dataset);
  }

  List<Dataset> datasets() {
    return datasets;
  }

  SweepPlan plan(PartitionSettings settings) {
    return new PlanSweep(new Stores(stores), settings).of(datasets);
  }

  /** Reads and spreads everything, one dataset after the other. */
  Partitions read(PartitionSettings settings, DiskSpace space, ReadProgress progress) {
    return new PartitionRows(new Stores(stores), settings, space, Runnable::run)
        .of(plan(settings), progress);
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
