package io.reconciled.simulated;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One dataset that is spread over two stores, each on a server of its own. */
public final class Shards {
  public static final EntityName ENTITY = new EntityName("subscriber");
  public static final DatasetName NAME = new DatasetName("crm");
  private static final List<String> TABLE = List.of("subscriber");
  private final List<SimulatedServer> servers = new ArrayList<>();
  private final List<SimulatedTable> tables = new ArrayList<>();
  private final List<Dataset> datasets = new ArrayList<>();
  private final Stores stores;

  public Shards(InstantSource clock) {
    List<SimulatedStore> opened = new ArrayList<>();
    for (String name : List.of("north", "south")) {
      SimulatedServer server = new SimulatedServer(clock);
      Database database = server.freshDatabase(name);
      servers.add(server);
      tables.add(
          server.database(database.name()).create(TABLE, "id", KeyType.INTEGER, Set.of("name")));
      StoreName store = new StoreName(name);
      datasets.add(
          new Dataset(ENTITY, NAME, store, TABLE, "id", KeyType.INTEGER, Map.of("name", "name")));
      opened.add(
          new SimulatedStore(
              server,
              new StoreSettings(
                  store,
                  URI.create(database.url()),
                  "",
                  Secret.NONE,
                  Duration.ofSeconds(1),
                  Map.of())));
    }
    this.stores = new Stores(List.copyOf(opened));
  }

  /** Adds a row to one shard. */
  public void put(int shard, long key, String name) {
    tables.get(shard).add(SharedKey.of(key), Map.of("name", Value.text(name)));
  }

  public SimulatedServer server(int shard) {
    return servers.get(shard);
  }

  public List<Dataset> datasets() {
    return datasets;
  }

  public Stores stores() {
    return stores;
  }
}
