package io.reconciled.bench;

import io.reconciled.app.StateDatabase;
import io.reconciled.compare.Verdict;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.Timing;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.due.Due;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.StoreLog;
import io.reconciled.due.jooq.JooqDueTable;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.recheck.ReadImages;
import io.reconciled.recheck.RecheckDueKeys;
import io.reconciled.recheck.RecheckParts;
import io.reconciled.recheck.RecheckSettings;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.servers.Workspace;
import io.reconciled.state.TestState;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Store;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A daemon's rechecks over some stores whose keys have all moved, and the same reads alone. */
final class Rechecks implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Instant MOVED = Instant.parse("2026-01-01T00:00:00Z");
  private final List<BenchStore> benchStores;
  private final List<SharedKey> keys;
  private final StateDatabase state;
  private final Stores stores;
  private final Entity entity;
  private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
  private Instant now = MOVED;
  private long differing;

  Rechecks(List<BenchStore> benchStores, int rows) throws IOException {
    this.benchStores = benchStores;
    this.keys = new ArrayList<>(LongStream.rangeClosed(1, rows).mapToObj(SharedKey::of).toList());
    Collections.shuffle(keys, new Random(5));
    this.state = TestState.h2File(Workspace.current().newFolder("bench"));
    this.stores = new Stores(benchStores.stream().map(s -> s.kind().open(s.settings())).toList());
    this.entity = entity(benchStores.stream().map(BenchStore::dataset).toList());
  }

  /** Seconds that the looks at all keys took. */
  double looks() {
    Map<StoreName, StoreLog> logs =
        benchStores.stream()
            .map(BenchStore::name)
            .collect(Collectors.toMap(Function.identity(), StoreLog::new));
    DueQueue queue =
        new DueQueue(
            entity.name(),
            DueSettings.withGrace(GRACE),
            new JooqDueTable(state.dataSource(), name -> KeyType.INTEGER));
    Due due = new Due(List.of(queue));
    now = MOVED;
    for (SharedKey key : keys) {
      logs.forEach(
          (store, log) -> due.moved(new EntityKey(entity.name(), key), now, log, log.next()));
    }
    RecheckDueKeys recheck = recheck(due, logs);
    now = MOVED.plus(GRACE);
    long began = System.nanoTime();
    int looked = 0;
    for (int round = recheck.round(); round > 0; round = recheck.round()) {
      looked += round;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (looked != keys.size()
        || differing > 0
        || logs.values().stream().anyMatch(l -> l.held() > 0)) {
      throw new IllegalStateException("looked at %d, %d differ".formatted(looked, differing));
    }
    return seconds;
  }

  /** Seconds that reading all keys took. */
  double reads() {
    int batch = RecheckSettings.with(timing()).batch();
    long began = System.nanoTime();
    for (int from = 0; from < keys.size(); from += batch) {
      List<SharedKey> some = keys.subList(from, Math.min(keys.size(), from + batch));
      entity.datasets().stream()
          .map(dataset -> CompletableFuture.runAsync(() -> read(dataset, some), tasks))
          .toList()
          .forEach(CompletableFuture::join);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private void read(Dataset dataset, List<SharedKey> some) {
    Store store = stores.of(dataset.store());
    if (store.read(dataset, some).size() != some.size()) {
      throw new IllegalStateException("not all keys of " + dataset + " were read");
    }
  }

  private RecheckDueKeys recheck(Due due, Map<StoreName, StoreLog> logs) {
    StoreHealth health = new StoreHealth(Duration.ofSeconds(5));
    RecheckParts parts =
        new RecheckParts(
            stores,
            new ReadImages(stores, health, () -> now, tasks),
            new AnswerLookups(
                stores, entity.datasets(), (dataset, image) -> image, store -> Optional.empty()),
            due,
            new JooqDiscrepancies(state.dataSource(), name -> KeyType.INTEGER, Masking.SHOW),
            logs,
            (name, key, look) ->
                look.verdicts()
                    .values()
                    .forEach(verdict -> {
                      if (!(verdict instanceof Verdict.Consistent)) {
                        differing++;
                      }
                    }),
            () -> now);
    return new RecheckDueKeys(entity, RecheckSettings.with(timing()), parts);
  }

  private Timing timing() {
    return new Timing(
        GRACE,
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        entity.datasets().stream().map(Dataset::name).collect(Collectors.toSet()),
        Map.of());
  }

  private static Entity entity(List<Dataset> datasets) {
    List<DatasetName> all = datasets.stream().map(Dataset::name).toList();
    List<Rule> rules = new ArrayList<>();
    rules.add(
        Rule.of(new RuleName("present"), new Check.Present(all, all.getFirst(), Optional.empty())));
    for (String attribute : BenchStore.ATTRIBUTES) {
      rules.add(
          Rule.of(
              new RuleName("equal " + attribute),
              new Check.Equal(all, List.of(attribute), new Authority.One(all.getFirst()))));
    }
    return new Entity(
        BenchStore.ENTITY,
        KeyType.INTEGER,
        GRACE,
        datasets,
        new HashMap<>(),
        rules,
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }

  @Override
  public void close() {
    tasks.close();
    stores.close();
    state.close();
  }
}
