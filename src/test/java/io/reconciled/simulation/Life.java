package io.reconciled.simulation;

import io.reconciled.capture.Deliveries;
import io.reconciled.capture.MoveKeys;
import io.reconciled.capture.RaiseDoubts;
import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.due.Due;
import io.reconciled.due.DueQueue;
import io.reconciled.due.StoreLog;
import io.reconciled.model.Dataset;
import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
import io.reconciled.recheck.ReadImages;
import io.reconciled.recheck.RecheckDueKeys;
import io.reconciled.recheck.RecheckParts;
import io.reconciled.recheck.RecheckSettings;
import io.reconciled.rules.Entity;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.Stores;
import io.reconciled.store.WatchStore;
import io.reconciled.sweep.AskForOpenKeys;
import io.reconciled.sweep.RunSweeps;
import io.reconciled.sweep.SweepAgain;
import io.reconciled.sweep.SweepEntity;
import io.reconciled.sweep.SweepLog;
import io.reconciled.sweep.SweepParts;
import io.reconciled.sweep.SweepReading;
import io.reconciled.sweep.SweepSettings;
import io.reconciled.sweep.SweepingInTests;
import io.reconciled.sweep.guest.Ticks;
import io.reconciled.sweep.partition.PartitionSettings;
import io.reconciled.sweep.segment.MarkSegments;
import io.reconciled.sweep.segment.Segments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * One daemon from its start to its death: the real stages, wired as in production. What would be
 * threads are loops that take turns.
 */
final class Life {
  private static final Duration WATCH = Duration.ofSeconds(2);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final World world;
  private final Entity entity;
  private final Watching watching;
  private final Stores stores;
  private final StoreHealth health;
  private final Discrepancies discrepancies;
  private final SweepLog sweepLog;
  private final Segments segments;
  private final DueQueue queue;
  private final Due due;
  private final Map<StoreName, StoreLog> logs = new LinkedHashMap<>();
  private final Map<StoreName, FollowStore> captures = new LinkedHashMap<>();
  private final RunSweeps sweeps;
  private final SweepAgain sweepAgain;
  private final RecheckDueKeys recheck;
  private final AnswerLookups lookups;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Loops loops;
  private final Instant began;

  Life(World world, Watching watching) {
    this.world = world;
    this.watching = watching;
    this.entity = world.landscape().entity();
    this.began = world.clock().instant();
    this.loops = new Loops(world);
    Boundary boundary = world.boundary();
    Seams seams = world.seams();
    Reads reads = world.reads();
    this.stores =
        new Stores(
            world.services().values().stream()
                .map(service -> seams.store(new TouchedStore(service.open(), boundary, reads)))
                .toList());
    RecheckSettings settings = world.landscape().recheck();
    this.health = new StoreHealth(settings.timing().retry());
    this.discrepancies =
        seams.discrepancies(
            new TouchedDiscrepancies(
                world.kept().discrepancies(),
                boundary,
                () -> watching.passTime(world.landscape().stateLatency()),
                watching::recorded));
    this.sweepLog = seams.sweepLog(new TouchedSweepLog(world.kept().sweepLog(), boundary));
    this.segments =
        new Segments(
            entity.name(),
            new TouchedSegmentLog(world.kept().segmentLog(), boundary),
            this::followedSince);
    this.queue =
        new DueQueue(
            entity.name(),
            world.landscape().due(),
            seams.dueTable(new TouchedDueTable(world.kept().dueTable(), boundary)));
    this.due = new Due(List.of(queue), new MarkSegments(Map.of(entity.name(), segments)));
    world.landscape().followed().forEach(store -> logs.put(store, new StoreLog(store)));
    this.lookups =
        new AnswerLookups(
            stores,
            entity.datasets(),
            (dataset, stored) -> entity.canonical(dataset.name(), stored),
            store -> health.leftAlone(store, world.clock().instant()));
    this.recheck =
        new RecheckDueKeys(
            entity,
            new RecheckSettings(
                seams.timing(settings.timing()), settings.batch(), settings.unsettledLimit()),
            new RecheckParts(
                stores,
                new ReadImages(stores, health, world.clock(), Runnable::run),
                lookups,
                due,
                discrepancies,
                logs,
                (name, key, look) -> watching.looked(key, look),
                world.clock()));
    SweepReading reading =
        SweepingInTests.reading(
            stores, Set.of(), world.clock(), Runnable::run, new Ticks(() -> 0, watching::passTime));
    this.sweeps = new RunSweeps(name -> sweep(name, reading), sweepLog, world.clock(), tasks::add);
    this.sweepAgain =
        new SweepAgain(
            List.of(entity),
            sweeps,
            sweepLog,
            this::isReady,
            any -> Instant.MIN,
            any -> Optional.empty(),
            world.clock());
    logs.forEach((store, log) -> captures.put(store, capture(world.service(store), log)));
  }

  /** To be called once, before anything else; may fail with the state database. */
  void start() {
    sweepLog.breakOffRunning(world.clock().instant());
    new AskForOpenKeys(queue, discrepancies, world.clock()).ask(entity.grace());
    segments.load(Instant.MIN, world.clock().instant());
  }

  /** All loops take their turn, but those that wait for something in the middle of theirs. */
  void turn() {
    captures.forEach(
        (store, capture) -> loops.turn("capture " + store, Duration.ZERO, capture::turn));
    for (var store : stores.all()) {
      loops.turn(
          "watch " + store.name(), WATCH, () -> new WatchStore(health, world.clock()).watch(store));
    }
    loops.turn("recheck", Duration.ZERO, recheck::round);
    loops.turn("sweep again", AGAIN, sweepAgain::round);
    loops.turn("sweep", Duration.ZERO, this::runSweep);
  }

  private void runSweep() {
    Runnable task = tasks.poll();
    if (task != null) {
      task.run();
    }
  }

  void startSweep(boolean onlyMoved) {
    loops.turn(
        "ask for a sweep",
        Duration.ZERO,
        () -> {
          if (onlyMoved) {
            sweeps.startMoved(entity.name(), "schedule");
          } else {
            sweeps.start(entity.name(), "schedule");
          }
        });
  }

  /** Empty for a store that is not followed. */
  Optional<FollowStore> capture(StoreName store) {
    return Optional.ofNullable(captures.get(store));
  }

  DueQueue queue() {
    return queue;
  }

  Map<StoreName, StoreLog> logs() {
    return logs;
  }

  StoreHealth health() {
    return health;
  }

  /** Whether a look is under way. */
  boolean isLooking() {
    return loops.isInTurn("recheck");
  }

  /** Whether a sweep runs or waits for its turn. */
  boolean isSweeping() {
    return loops.isInTurn("sweep") || !tasks.isEmpty();
  }

  private SweepEntity sweep(EntityName name, SweepReading reading) {
    SweepSettings settings =
        new SweepSettings(
            world.landscape().rangeRows(),
            Duration.ofNanos(1),
            1,
            Duration.ZERO,
            1_000,
            PartitionSettings.DEFAULT);
    return new SweepEntity(
        entity,
        settings,
        new SweepParts(reading, lookups, due.of(name), discrepancies, segments, world.clock()));
  }

  private FollowStore capture(Service service, StoreLog log) {
    List<Dataset> followed = List.of(service.dataset());
    Deliveries moveKeys =
        new MoveKeys(
            followed,
            service.kind().feed(),
            due,
            log,
            new RaiseDoubts(log.store(), new DoubtsInMemory(), health, Set::of, world.clock()),
            world.clock());
    FollowStore.Hooks hooks =
        new FollowStore.Hooks(
            world.boundary(), world.seams()::resume, watching::acknowledged, world.story());
    return new FollowStore(
        service, log, world.seams().deliveries(moveKeys, this::isLooking), hooks, world.clock());
  }

  private boolean isReady(Entity any) {
    boolean reached = stores.all().stream().allMatch(s -> health.failure(s.name()).isEmpty());
    boolean followed = captures.values().stream().allMatch(FollowStore::isFollowing);
    return reached && (followed || world.clock().instant().isAfter(began.plus(PATIENCE)));
  }

  private Optional<Instant> followedSince() {
    boolean all = world.landscape().places().stream().allMatch(Place::followed);
    boolean now = logs.values().stream().allMatch(log -> log.followedSince().isPresent());
    return all && now
        ? logs.values().stream()
            .flatMap(log -> log.followedSince().stream())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }
}
