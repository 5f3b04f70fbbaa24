package io.reconciled.sweep.gauge;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.Stores;
import io.reconciled.sweep.Sweep;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells how far sweeps are. The stores are asked once per sweep how many rows they guess to have,
 * when someone first wants to know; until they answer, there is no percentage, and none for a sweep
 * of what moved: nobody knows how many rows that is. Safe for many threads.
 */
public final class GaugeSweeps {
  private final Configuration configuration;
  private final Stores stores;
  private final Function<StoreName, Optional<String>> closed;
  private final InstantSource clock;
  private final Executor executor;
  private final Map<EntityName, Estimates> estimates = new ConcurrentHashMap<>();

  /** What one sweep was guessed to read, by dataset; empty until the stores have answered. */
  private record Estimates(long sweep, Map<DatasetName, Long> rows) {}

  /**
   * @param closed why sweeps are kept out of a store
   * @param executor asks the stores
   */
  public GaugeSweeps(
      Configuration configuration,
      Stores stores,
      Function<StoreName, Optional<String>> closed,
      InstantSource clock,
      Executor executor) {
    this.configuration = configuration;
    this.stores = stores;
    this.closed = closed;
    this.clock = clock;
    this.executor = executor;
  }

  /** Empty for a sweep that does not run, or whose entity no rules name any more. */
  public Optional<HowFar> of(Sweep sweep) {
    return sweep.state() == Sweep.State.RUNNING
        ? configuration.entity(sweep.entity()).map(entity -> of(sweep, entity))
        : Optional.empty();
  }

  private HowFar of(Sweep sweep, Entity entity) {
    Map<DatasetName, Long> estimated = sweep.onlyMoved() ? Map.of() : estimates(sweep, entity);
    List<HowFar.Part> parts =
        storesByDataset(entity).entrySet().stream()
            .collect(
                Collectors.groupingBy(Map.Entry::getValue, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(group ->
                part(
                    group.getKey(),
                    group.getValue().stream().map(Map.Entry::getKey).toList(),
                    sweep,
                    estimated))
            .toList();
    return HowFar.of(parts, Duration.between(sweep.started(), clock.instant()), waits(entity));
  }

  private static HowFar.Part part(
      String store, List<DatasetName> datasets, Sweep sweep, Map<DatasetName, Long> estimated) {
    long rows = 0;
    long all = 0;
    for (DatasetName dataset : datasets) {
      long estimate = estimated.getOrDefault(dataset, -1L);
      rows += sweep.rows().getOrDefault(dataset.value(), 0L);
      all = all < 0 || estimate < 0 ? -1 : all + estimate;
    }
    return new HowFar.Part(store, rows, all);
  }

  /** A dataset of several shards is counted as one, and goes by the names of all its stores. */
  private static Map<DatasetName, String> storesByDataset(Entity entity) {
    Map<DatasetName, String> names = new LinkedHashMap<>();
    entity
        .datasets()
        .forEach(dataset ->
            names.merge(
                dataset.name(),
                dataset.store().value(),
                (one, other) -> one.equals(other) ? one : one + ", " + other));
    return names;
  }

  private List<String> waits(Entity entity) {
    return entity.datasets().stream()
        .map(Dataset::store)
        .distinct()
        .flatMap(store -> closed.apply(store).map(why -> store + ": " + why).stream())
        .toList();
  }

  private Map<DatasetName, Long> estimates(Sweep sweep, Entity entity) {
    Estimates known = estimates.get(entity.name());
    if (known != null && known.sweep == sweep.id()) {
      return known.rows;
    }
    estimates.put(entity.name(), new Estimates(sweep.id(), Map.of()));
    try {
      executor.execute(
          () -> estimates.put(entity.name(), new Estimates(sweep.id(), ask(entity.datasets()))));
    } catch (RejectedExecutionException shuttingDown) {
      // Nobody will ask again.
    }
    return Map.of();
  }

  private Map<DatasetName, Long> ask(List<Dataset> datasets) {
    Map<DatasetName, Long> rows = new TreeMap<>();
    for (Dataset dataset : datasets) {
      long estimate = ask(dataset);
      rows.merge(dataset.name(), estimate, (one, other) -> one < 0 || other < 0 ? -1 : one + other);
    }
    return rows;
  }

  private long ask(Dataset dataset) {
    try {
      return stores.of(dataset.store()).estimatedRows(dataset);
    } catch (StoreFailure unknown) {
      return -1;
    }
  }
}
