package io.reconciled.recheck;

import io.reconciled.due.StoreLog;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.Position;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.store.Fits;
import io.reconciled.store.Store;
import io.reconciled.store.Stores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Ends of logs that captures must pass before what was read can be believed.
 *
 * <p>A head is sampled after the read that it fences: whatever that read could have missed was
 * committed before, so capture will have told of it when it passes.
 */
final class Fences {
  private static final Position NEVER = new Position(Long.MAX_VALUE, -1L);
  private final Map<DatasetName, List<Dataset>> shards = new HashMap<>();
  private final Stores stores;
  private final AskStores askStores;
  private final Fits fits;
  private final Map<StoreName, StoreLog> logs;
  private final Map<EntityKey, Map<StoreName, Position>> fences = new HashMap<>();

  Fences(
      Entity entity, Stores stores, AskStores askStores, Map<StoreName, StoreLog> logs, Fits fits) {
    for (Dataset dataset : entity.datasets()) {
      shards.computeIfAbsent(dataset.name(), first -> new ArrayList<>()).add(dataset);
    }
    this.fits = fits;
    this.stores = stores;
    this.askStores = askStores;
    this.logs = Map.copyOf(logs);
  }

  /** Raises a fence for each key; a store that fails to tell its head leaves one never passed. */
  void raise(Map<EntityKey, Set<DatasetName>> involved) {
    Map<StoreName, Position> heads = heads(involved.values());
    involved.forEach((key, datasets) -> {
      Map<StoreName, Position> fence = new HashMap<>();
      for (StoreName store : storesOf(datasets)) {
        fence.put(store, heads.getOrDefault(store, NEVER));
      }
      fences.put(key, fence);
    });
  }

  private Map<StoreName, Position> heads(Collection<Set<DatasetName>> involved) {
    Map<StoreName, Set<Dataset>> asked = new HashMap<>();
    involved.stream()
        .flatMap(Collection::stream)
        .distinct()
        .flatMap(name -> shards.getOrDefault(name, List.of()).stream())
        .forEach(dataset ->
            asked.computeIfAbsent(dataset.store(), first -> new HashSet<>()).add(dataset));
    return askStores.each(
        asked.keySet(), store -> head(stores.of(store), asked.getOrDefault(store, Set.of())));
  }

  /** The log tells of the changes of what was there when it was last seen to, of nothing else. */
  private Position head(Store store, Set<Dataset> datasets) {
    Position head = store.head();
    boolean told =
        datasets.stream()
            .allMatch(
                dataset -> fits.of(dataset).isEmpty() || fits.isSame(dataset, store.fit(dataset)));
    return told ? head : NEVER;
  }

  private Set<StoreName> storesOf(Set<DatasetName> datasets) {
    return datasets.stream()
        .flatMap(dataset -> shards.getOrDefault(dataset, List.of()).stream())
        .map(Dataset::store)
        .collect(Collectors.toSet());
  }

  void drop(EntityKey key) {
    fences.remove(key);
  }

  /** The keys whose fence has been passed in all stores. */
  List<EntityKey> passed() {
    Map<StoreName, Optional<Position>> passed = new HashMap<>();
    logs.forEach((store, log) -> passed.put(store, log.passed()));
    List<EntityKey> through = new ArrayList<>();
    fences.forEach((key, fence) -> {
      if (fence.entrySet().stream()
          .allMatch(head -> beyond(head.getKey(), head.getValue(), passed))) {
        through.add(key);
      }
    });
    return through;
  }

  /** The keys that still wait. */
  List<EntityKey> waiting() {
    return List.copyOf(fences.keySet());
  }

  /** For the operator: which stores' captures keep the key waiting. */
  String waitsFor(EntityKey key) {
    return "capture has not passed the end of the log of "
        + new TreeSet<>(fences.getOrDefault(key, Map.of()).keySet());
  }

  private static boolean beyond(
      StoreName store, Position head, Map<StoreName, Optional<Position>> passed) {
    return passed
        .getOrDefault(store, Optional.empty())
        .map(position -> position.atOrAfter(head))
        .orElse(false);
  }
}
