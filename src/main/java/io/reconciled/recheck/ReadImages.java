package io.reconciled.recheck;

import io.reconciled.model.AcrossShards;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.rules.Entity;
import io.reconciled.store.Fit;
import io.reconciled.store.Fits;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreUnavailable;
import io.reconciled.store.Stores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Reads keys of one entity live from all its datasets: one query per dataset, all at the same time.
 * A dataset whose store fails is {@link Unread} for each key; the others are read all the same.
 */
public final class ReadImages {
  private static final Unread NOT_ANSWERED =
      new Unread(UnverifiedReason.UNREACHABLE, "the store did not answer for this key");
  private final Stores stores;
  private final StoreHealth health;
  private final Fits fits;
  private final InstantSource clock;
  private final Executor executor;
  private final RestDatasets resting = new RestDatasets();

  /**
   * @param fits what does not fit is not read
   * @param executor runs one task per dataset; tasks block on the network
   */
  public ReadImages(
      Stores stores, StoreHealth health, Fits fits, InstantSource clock, Executor executor) {
    this.stores = stores;
    this.health = health;
    this.fits = fits;
    this.clock = clock;
    this.executor = executor;
  }

  /** Over stores whose tables nobody watches. */
  public ReadImages(Stores stores, StoreHealth health, InstantSource clock, Executor executor) {
    this(stores, health, new Fits(), clock, executor);
  }

  /** One reading per key and dataset; none is left out. */
  public Map<SharedKey, Readings> read(Entity entity, Collection<SharedKey> keys) {
    Map<Dataset, CompletableFuture<DatasetReadings>> pending = new LinkedHashMap<>();
    for (Dataset dataset : entity.datasets()) {
      pending.put(
          dataset, CompletableFuture.supplyAsync(() -> readDataset(dataset, keys), executor));
    }
    Map<Dataset, DatasetReadings> read = new LinkedHashMap<>();
    pending.forEach((dataset, readings) -> read.put(dataset, readings.join()));
    Map<SharedKey, Readings> byKey = HashMap.newHashMap(keys.size());
    for (SharedKey key : keys) {
      Map<DatasetName, Reading> ofKey = new HashMap<>();
      read.forEach((dataset, readings) ->
          ofKey.merge(dataset.name(), readings.of(key), AcrossShards::together));
      byKey.put(key, new Readings(ofKey));
    }
    return byKey;
  }

  /** One key of {@link #read}. */
  public Readings read(Entity entity, SharedKey key) {
    return read(entity, List.of(key)).getOrDefault(key, new Readings(Map.of()));
  }

  /** Since when a store has answered whatever it was asked; empty for one never asked. */
  Optional<Instant> inReachSince(StoreName store) {
    return health.inReachSince(store, clock.instant());
  }

  /** Asks stores other things, with the same caution. */
  AskStores askStores() {
    return new AskStores(health, clock, executor);
  }

  private DatasetReadings readDataset(Dataset dataset, Collection<SharedKey> keys) {
    Instant now = clock.instant();
    Optional<Unread> leftAlone =
        health
            .leftAlone(dataset.store(), now)
            .or(() -> resting.leftAlone(dataset, now))
            .or(() -> unfit(dataset));
    if (leftAlone.isPresent()) {
      return new DatasetReadings(Map.of(), leftAlone.get());
    }
    try {
      Map<SharedKey, ? extends Reading> readings =
          ReadEach.read(stores.of(dataset.store()), dataset, keys);
      health.answered(dataset.store(), clock.instant());
      resting.answered(dataset);
      return new DatasetReadings(readings, NOT_ANSWERED);
    } catch (StoreUnavailable failure) {
      health.failed(failure, clock.instant());
      resting.failed(dataset, failure.unread(), clock.instant());
      return new DatasetReadings(Map.of(), failure.unread());
    } catch (StoreMisconfigured failure) {
      // It answered: what is wrong is wrong with this dataset, and others in the store are read.
      return new DatasetReadings(Map.of(), failure.unread());
    }
  }

  private Optional<Unread> unfit(Dataset dataset) {
    return fits.misfit(dataset).map(Fit.Misfit::unread);
  }

  /** What one dataset answered; a key that it did not answer for is unread. */
  private record DatasetReadings(Map<SharedKey, ? extends Reading> readings, Unread otherwise) {
    Reading of(SharedKey key) {
      Reading reading = readings.get(key);
      return reading == null ? otherwise : reading;
    }
  }
}
