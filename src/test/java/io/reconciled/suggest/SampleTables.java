package io.reconciled.suggest;

import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.simulated.SimulatedKind;
import io.reconciled.simulated.SimulatedServer;
import io.reconciled.simulated.SimulatedTable;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.Store;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Stores in memory, each with a table, and what is suggested for them. */
final class SampleTables {
  private final SimulatedServer server =
      new SimulatedServer(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
  private final Map<StoreName, StoreSettings> settings = new HashMap<>();
  private final List<Sampled> sampled = new ArrayList<>();

  /** A table with a row for each key; its sample is the keys from {@code first} on. */
  SampleTables with(
      String store, String table, String key, long first, LongFunction<Map<String, Value>> row) {
    StoreName name = new StoreName(store);
    Database database = server.freshDatabase(store);
    StoreSettings settings = database.asStore(name, Duration.ofSeconds(2));
    SimulatedTable made =
        server
            .database(database.name())
            .create(List.of(table), key, KeyType.INTEGER, row.apply(1).keySet());
    LongStream.rangeClosed(1, 400).forEach(id -> made.put(SharedKey.of(id), row.apply(id)));
    this.settings.put(name, settings);
    try (DescribeStore describe = new SimulatedKind(server).describe(settings)) {
      TakeSamples samples = new TakeSamples();
      samples.from(name, "table", describe);
      Sampled all = samples.sampled().getFirst();
      sampled.add(
          new Sampled(
              name,
              "table",
              all.container(),
              all.rows().subList((int) first - 1, (int) first + 99)));
    }
    return this;
  }

  Suggestion suggest() {
    List<Store> open = settings.values().stream().map(new SimulatedKind(server)::open).toList();
    try (Stores stores = new Stores(open)) {
      return new SuggestRules(stores).suggest(sampled);
    }
  }

  static Set<String> lines(Draft draft) {
    return Set.copyOf(DraftAsYaml.of(draft).lines().map(String::strip).toList());
  }
}
