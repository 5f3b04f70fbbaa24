package io.reconciled.simulated;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One dataset that is spread over two stores, each on a server of its own. */
public final class Shards {
  public static final EntityName ENTITY = new EntityName("subscriber");
  public static final DatasetName NAME = new DatasetName("crm");
  private final List<LoneDataset> shards;
  private final Stores stores;

  public Shards(InstantSource clock) {
    this.shards =
        Stream.of("north", "south").map(name -> new LoneDataset(dataset(name), clock)).toList();
    this.stores = new Stores(shards.stream().map(LoneDataset::open).toList());
  }

  private static Dataset dataset(String store) {
    return new Dataset(
        ENTITY,
        NAME,
        new StoreName(store),
        List.of("subscriber"),
        "id",
        KeyType.INTEGER,
        Map.of("name", "name"));
  }

  /** Adds a row to one shard. */
  public void put(int shard, long key, String name) {
    shards.get(shard).table().add(SharedKey.of(key), Map.of("name", Value.text(name)));
  }

  public SimulatedServer server(int shard) {
    return shards.get(shard).server();
  }

  public List<Dataset> datasets() {
    return shards.stream().map(LoneDataset::dataset).toList();
  }

  public Stores stores() {
    return stores;
  }
}
