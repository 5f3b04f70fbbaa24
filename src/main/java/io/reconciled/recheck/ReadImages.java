package io.reconciled.recheck;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.rules.Entity;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.Stores;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Reads keys of one entity live from all its datasets: one query per dataset, all at the same time.
 * A dataset whose store fails is {@link Unread} for each key; the others are read all the same.
 */
public final class ReadImages {
  private final Stores stores;
  private final StoreHealth health;
  private final InstantSource clock;
  private final Executor executor;

  /**
   * @param executor runs one task per dataset; tasks block on the network
   */
  public ReadImages(Stores stores, StoreHealth health, InstantSource clock, Executor executor) {
    this.stores = stores;
    this.health = health;
    this.clock = clock;
    this.executor = executor;
  }

  /** One reading per key and dataset; none is left out. */
  public Map<SharedKey, Map<DatasetName, Reading>> read(
      Entity entity, Collection<SharedKey> keys) {
    Map<Dataset, CompletableFuture<Map<SharedKey, ? extends Reading>>> pending =
        new LinkedHashMap<>();
    for (Dataset dataset : entity.datasets()) {
      pending.put(
          dataset, CompletableFuture.supplyAsync(() -> readDataset(dataset, keys), executor));
    }
    Map<SharedKey, Map<DatasetName, Reading>> byKey = new HashMap<>();
    keys.forEach(key -> byKey.put(key, new HashMap<>()));
    pending.forEach(
        (dataset, images) ->
            images
                .join()
                .forEach((key, reading) -> byKey.get(key).put(dataset.name(), reading)));
    return byKey;
  }

  private Map<SharedKey, ? extends Reading> readDataset(
      Dataset dataset, Collection<SharedKey> keys) {
    Optional<Unread> leftAlone = health.leftAlone(dataset.store(), clock.instant());
    if (leftAlone.isPresent()) {
      return forAll(keys, leftAlone.get());
    }
    try {
      Map<SharedKey, Image> images = stores.of(dataset.store()).read(dataset, keys);
      health.answered(dataset.store());
      return images;
    } catch (StoreFailure failure) {
      health.failed(failure, clock.instant());
      return forAll(keys, new Unread(failure.reason(), failure.getMessage()));
    }
  }

  private static Map<SharedKey, Reading> forAll(Collection<SharedKey> keys, Unread why) {
    Map<SharedKey, Reading> unread = new HashMap<>();
    keys.forEach(key -> unread.put(key, why));
    return unread;
  }
}
