package io.reconciled.app;

import io.reconciled.discrepancy.Timing;
import io.reconciled.due.Due;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.StoreLog;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import io.reconciled.model.StoreName;
import io.reconciled.recheck.LookListener;
import io.reconciled.recheck.ReadImages;
import io.reconciled.recheck.RecheckDueKeys;
import io.reconciled.recheck.RecheckParts;
import io.reconciled.recheck.RecheckSettings;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Fits;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.Stores;
import io.reconciled.sweep.AskForOpenKeys;
import io.reconciled.sweep.RunSweeps;
import io.reconciled.sweep.SweepEntity;
import io.reconciled.sweep.SweepParts;
import io.reconciled.sweep.SweepReading;
import io.reconciled.sweep.SweepSettings;
import io.reconciled.sweep.gauge.GaugeSweeps;
import io.reconciled.sweep.guest.Host;
import io.reconciled.sweep.guest.KeepPauses;
import io.reconciled.sweep.guest.Manners;
import io.reconciled.sweep.guest.OpenHost;
import io.reconciled.sweep.guest.Ticks;
import io.reconciled.sweep.partition.DiskSpace;
import io.reconciled.sweep.partition.PartitionSettings;
import io.reconciled.sweep.segment.MarkSegments;
import io.reconciled.sweep.segment.Segments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The stages that a configuration comes to, connected; none of them runs by itself yet. */
final class Parts implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Parts.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration FENCE = Duration.ofSeconds(30);

  /** Of a key that waits and holds the logs of three stores. */
  private static final int BYTES_PER_KEY = 400;

  private static final int FEWEST_KEYS = 5_000;

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
  private static final Duration SILENT = Duration.ofSeconds(10);
  private static final Duration ENDING = Duration.ofSeconds(5);
  private static final Ticks TICKS =
      new Ticks(System::nanoTime, time -> LockSupport.parkNanos(time.toNanos()));
  private final Configuration configuration;
  private final OnRecord record;
  private final InstantSource clock;
  private final Stores stores;
  private final StoreHealth health;
  private final Fits fits = new Fits();
  private final Map<StoreName, StoreLog> logs;
  private final MarkSegments segments;
  private final Due due;
  private final ReadImages readImages;
  private final AnswerLookups answerLookups;
  private final SweptStores swept;
  private final SweepSettings settings;
  private final SweepReading reading;
  private final GaugeSweeps gauge;
  private final RunSweeps runSweeps;
  private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService readers =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().name("sweep-reader-", 0).daemon().factory());

  /**
   * @param captured the stores whose logs are followed
   * @param pauses of sweeps, by hand
   * @param looksBeside whether due keys are looked at while a sweep runs
   * @param partitions where sweeps may keep rows on disk
   */
  Parts(
      Configuration configuration,
      OnRecord record,
      Collection<StoreName> captured,
      InstantSource clock,
      KeepPauses pauses,
      boolean looksBeside,
      PartitionSettings partitions) {
    this.configuration = configuration;
    this.record = record;
    this.clock = clock;
    this.health = looksBeside ? StoreHealth.ofWatched() : new StoreHealth(LEFT_ALONE);
    this.stores = ConnectStores.open(configuration);
    this.logs = captured.stream().collect(Collectors.toMap(Function.identity(), StoreLog::new));
    this.segments = segments();
    this.due = new Due(configuration.entities().stream().map(this::queue).toList(), segments);
    this.readImages = new ReadImages(stores, health, fits, clock, tasks);
    this.answerLookups = ConnectStores.lookups(stores, configuration, health, clock);
    this.swept =
        SweptStores.open(
            configuration,
            stores,
            fits,
            new OpenHost(pauses, TICKS, clock, tasks),
            store -> looksBeside ? Optional.of(() -> overdue(store)) : Optional.empty());
    this.settings = SweepSettings.DEFAULT.with(partitions).withAtOnce(rangesAtOnce());
    this.reading =
        new SweepReading(
            swept.stores(),
            ConnectStores.narrow(configuration),
            swept.manners(),
            readers,
            new DiskSpace(partitions.diskLimit()),
            store -> health.silentFor(SILENT, store),
            TICKS);
    this.gauge = new GaugeSweeps(configuration, swept.stores(), this::whySweepsWait, clock, tasks);
    this.runSweeps = new RunSweeps(this::sweep, record.sweepLog(), clock, tasks);
  }

  /** A range keeps a thread busy for each of its streams, and one that merges them. */
  private static int rangesAtOnce() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  Configuration configuration() {
    return configuration;
  }

  InstantSource clock() {
    return clock;
  }

  Stores stores() {
    return stores;
  }

  StoreHealth health() {
    return health;
  }

  /** How the datasets were last seen to fit their stores. */
  Fits fits() {
    return fits;
  }

  /** The log of a store that is followed. */
  StoreLog log(StoreName store) {
    return Objects.requireNonNull(logs.get(store));
  }

  Due due() {
    return due;
  }

  ReadImages readImages() {
    return readImages;
  }

  AnswerLookups answerLookups() {
    return answerLookups;
  }

  RunSweeps runSweeps() {
    return runSweeps;
  }

  /** How sweeps behave in the stores. */
  Manners manners() {
    return swept.manners();
  }

  /** How far sweeps are. */
  GaugeSweeps gauge() {
    return gauge;
  }

  /** How old what sweeps have read of an entity is. */
  Segments segments(EntityName entity) {
    return segments.of(entity);
  }

  OnRecord record() {
    return record;
  }

  ExecutorService tasks() {
    return tasks;
  }

  /** Suspects go on where they were left, with a fresh first look. */
  void askForOpenKeys() {
    for (Entity entity : configuration.entities()) {
      new AskForOpenKeys(due.of(entity.name()), record.discrepancies(), clock).ask(entity.grace());
    }
  }

  /** Carries the entity's keys through their lives; one at a time per entity. */
  RecheckDueKeys recheck(Entity entity, LookListener listener) {
    RecheckParts parts =
        new RecheckParts(
            stores,
            readImages,
            answerLookups,
            due,
            record.discrepancies(),
            logs,
            listener,
            clock,
            fits);
    return new RecheckDueKeys(entity, RecheckSettings.with(timing(entity)), parts);
  }

  private Timing timing(Entity entity) {
    return new Timing(
        entity.grace(), BETWEEN_LOOKS, FENCE, RETRY, captured(entity), allowed(entity));
  }

  /**
   * No log shows a view's changes; a dataset of several shards is captured where each of them is.
   */
  private Set<DatasetName> captured(Entity entity) {
    Map<Boolean, Set<DatasetName>> byCapture =
        entity.datasets().stream()
            .collect(
                Collectors.partitioningBy(
                    dataset -> !dataset.view() && logs.containsKey(dataset.store()),
                    Collectors.mapping(Dataset::name, Collectors.toSet())));
    Set<DatasetName> captured = new HashSet<>(byCapture.getOrDefault(true, Set.of()));
    captured.removeAll(byCapture.getOrDefault(false, Set.of()));
    return captured;
  }

  private static Map<RuleName, Duration> allowed(Entity entity) {
    Map<RuleName, Duration> allowed = new HashMap<>();
    for (Rule rule : entity.rules()) {
      if (rule.check() instanceof Check.Absent absent) {
        allowed.put(rule.name(), absent.within());
      }
    }
    return allowed;
  }

  private MarkSegments segments() {
    return new MarkSegments(
        configuration.entities().stream()
            .collect(
                Collectors.toMap(
                    Entity::name,
                    entity ->
                        new Segments(
                            entity.name(), record.segments(), () -> followedSince(entity)))));
  }

  /** Since when no change of the entity's datasets can have gone by; empty while some can. */
  private Optional<Instant> followedSince(Entity entity) {
    Instant latest = Instant.MIN;
    for (Dataset dataset : entity.datasets()) {
      Optional<Instant> since =
          Optional.ofNullable(logs.get(dataset.store()))
              .filter(log -> !dataset.view())
              .flatMap(StoreLog::followedSince);
      if (since.isEmpty()) {
        return Optional.empty();
      }
      latest = since.get().isAfter(latest) ? since.get() : latest;
    }
    return Optional.of(latest);
  }

  private DueQueue queue(Entity entity) {
    return new DueQueue(
        entity.name(),
        DueSettings.withGrace(entity.grace()).atMost(keysInMemory()),
        record.dueTable());
  }

  /** What waits for looks of all entities together may take a quarter of the heap. */
  private int keysInMemory() {
    long all = Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_KEY;
    long each = all / Math.max(1, configuration.entities().size());
    return Math.clamp(each, FEWEST_KEYS, Integer.MAX_VALUE);
  }

  private Optional<String> whySweepsWait(StoreName store) {
    return manners().find(store).flatMap(Host::closed).map(Host.Closed::why);
  }

  /** How late looks are at keys that the store has a part of. */
  private Duration overdue(StoreName store) {
    return configuration.entities().stream()
        .filter(
            entity -> entity.datasets().stream().anyMatch(dataset -> dataset.store().equals(store)))
        .map(entity -> due.of(entity.name()).overdue(clock.instant()))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private SweepEntity sweep(EntityName name) {
    Entity entity = configuration.entity(name).orElseThrow();
    return new SweepEntity(
        entity,
        settings,
        new SweepParts(
            reading,
            answerLookups,
            due.of(name),
            record.discrepancies(),
            segments.of(name),
            clock));
  }

  @Override
  public void close() {
    tasks.shutdown();
    runSweeps.breakOff();
    awaitTasks();
    readers.shutdownNow();
    swept.close();
    stores.close();
    tasks.close();
  }

  /** A task that waits for a store that hangs comes back once its connection is taken from it. */
  private void awaitTasks() {
    try {
      if (!tasks.awaitTermination(ENDING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.info("stores are closed while something is still asked of them");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
