package io.reconciled.scenario;

import io.reconciled.capture.MoveKeys;
import io.reconciled.capture.RaiseDoubts;
import io.reconciled.compare.Verdict;
import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.Timing;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.due.Due;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.StoreLog;
import io.reconciled.due.jooq.JooqDueTable;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyShape;
import io.reconciled.model.RuleName;
import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
import io.reconciled.recheck.LookAtKey;
import io.reconciled.recheck.ReadImages;
import io.reconciled.recheck.RecheckDueKeys;
import io.reconciled.recheck.RecheckParts;
import io.reconciled.recheck.RecheckSettings;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.simulated.SimulatedCapture;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Store;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.Stores;
import io.reconciled.store.WatchStore;
import io.reconciled.sweep.AskForOpenKeys;
import io.reconciled.sweep.RunSweeps;
import io.reconciled.sweep.SweepEntity;
import io.reconciled.sweep.SweepParts;
import io.reconciled.sweep.SweepingInTests;
import io.reconciled.sweep.jooq.JooqSweepLog;
import io.reconciled.sweep.segment.SegmentsInTests;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The real stages over simulated services; nothing in it runs by itself. */
final class SimulatedDaemon {
  private static final Logger LOG = Logger.getLogger(SimulatedDaemon.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration FENCE = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private final List<Entity> entities;
  private final Map<StoreName, SimulatedService> services;
  private final InstantSource clock;
  private final Stores stores;
  private final StoreHealth health = new StoreHealth(RETRY);
  private final Discrepancies discrepancies;
  private final Due due;
  private final Map<StoreName, StoreLog> logs;
  private final AnswerLookups lookups;
  private final ReadImages readImages;
  private final List<RecheckDueKeys> rechecks;
  private final RunSweeps sweeps;
  private final Map<StoreName, SimulatedCapture> captures = new LinkedHashMap<>();

  /**
   * @param offsets where the captures of the stores that are followed go on
   */
  SimulatedDaemon(
      List<Entity> entities,
      Map<StoreName, SimulatedService> services,
      Map<StoreName, Long> offsets,
      DataSource state,
      InstantSource clock) {
    this.entities = entities;
    this.services = services;
    this.clock = clock;
    this.stores = new Stores(services.values().stream().map(SimulatedService::open).toList());
    this.discrepancies = new JooqDiscrepancies(state, this::keyShape, Masking.SHOW);
    this.due = new Due(entities.stream().map(entity -> queue(entity, state)).toList());
    this.logs =
        offsets.keySet().stream().collect(Collectors.toMap(Function.identity(), StoreLog::new));
    this.lookups =
        new AnswerLookups(
            stores,
            datasets().toList(),
            (dataset, stored) -> entity(dataset.entity()).canonical(dataset.name(), stored),
            store -> health.leftAlone(store, clock.instant()));
    this.readImages = new ReadImages(stores, health, clock, Runnable::run);
    this.rechecks = entities.stream().map(this::recheck).toList();
    JooqSweepLog sweepLog = new JooqSweepLog(state);
    this.sweeps = new RunSweeps(this::sweep, sweepLog, clock, Runnable::run);
    offsets.forEach((store, offset) -> captures.put(store, capture(store, offset)));
    sweepLog.breakOffRunning(clock.instant());
    for (Entity entity : entities) {
      new AskForOpenKeys(due.of(entity.name()), discrepancies, clock).ask(entity.grace());
    }
  }

  /** Everything that the daemon's threads do again and again, once. */
  void round() {
    deliver();
    for (Store store : stores.all()) {
      new WatchStore(health, clock).watch(store);
    }
    try {
      rechecks.forEach(RecheckDueKeys::round);
    } catch (StateUnavailable failed) {
      LOG.debug("the round will be tried again", failed);
    }
  }

  void deliver() {
    captures.forEach((store, capture) ->
        service(store).lag().ifPresent(lag -> capture.deliver(clock.instant(), lag)));
  }

  void sweep() {
    entities.forEach(entity -> sweeps.start(entity.name(), "scenario"));
  }

  Discrepancies discrepancies() {
    return discrepancies;
  }

  StoreHealth health() {
    return health;
  }

  /** What a rule says of a key at this moment. */
  Verdict glance(EntityKey key, RuleName rule) {
    Map<RuleName, Verdict> verdicts =
        new LookAtKey(readImages, lookups).glance(entity(key.entity()), key.key()).verdicts();
    return Objects.requireNonNull(verdicts.get(rule));
  }

  /** Lets go of the stores. */
  void close() {
    stores.close();
  }

  /** What it leaves behind when it is killed. */
  Map<StoreName, Long> acknowledged() {
    Map<StoreName, Long> offsets = new LinkedHashMap<>();
    captures.forEach((store, capture) -> offsets.put(store, capture.acknowledged()));
    return offsets;
  }

  private RecheckDueKeys recheck(Entity entity) {
    return new RecheckDueKeys(
        entity,
        RecheckSettings.with(timing(entity)),
        new RecheckParts(
            stores, readImages, lookups, due, discrepancies, logs, (name, key, look) -> {}, clock));
  }

  private SweepEntity sweep(EntityName name) {
    return new SweepEntity(
        entity(name),
        SweepingInTests.inRangesOf(3),
        new SweepParts(
            SweepingInTests.reading(stores, clock),
            lookups,
            due.of(name),
            discrepancies,
            SegmentsInTests.forgotten(name),
            clock));
  }

  private static DueQueue queue(Entity entity, DataSource state) {
    return new DueQueue(
        entity.name(),
        DueSettings.withGrace(entity.grace()),
        new JooqDueTable(state, name -> entity.keyShape()));
  }

  private SimulatedCapture capture(StoreName store, long offset) {
    SimulatedService service = service(store);
    List<Dataset> followed = datasets().filter(d -> d.store().equals(store) && !d.view()).toList();
    StoreLog log = Objects.requireNonNull(logs.get(store));
    MoveKeys moveKeys =
        new MoveKeys(
            followed,
            service.kind().feed(),
            due,
            log,
            new RaiseDoubts(
                store,
                new DoubtsInMemory(),
                new StoreHealth(Duration.ofSeconds(5)),
                Set::of,
                clock),
            clock);
    return new SimulatedCapture(service.log(), offset, moveKeys);
  }

  private Timing timing(Entity entity) {
    Set<DatasetName> captured =
        entity.datasets().stream()
            .filter(dataset -> !dataset.view() && logs.containsKey(dataset.store()))
            .map(Dataset::name)
            .collect(Collectors.toSet());
    return new Timing(entity.grace(), BETWEEN_LOOKS, FENCE, RETRY, captured, allowed(entity));
  }

  private static Map<RuleName, Duration> allowed(Entity entity) {
    return entity.rules().stream()
        .filter(rule -> rule.check() instanceof Check.Absent)
        .collect(Collectors.toMap(Rule::name, rule -> ((Check.Absent) rule.check()).within()));
  }

  private Entity entity(EntityName name) {
    return entities.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private KeyShape keyShape(EntityName name) {
    return entity(name).keyShape();
  }

  private Stream<Dataset> datasets() {
    return entities.stream().flatMap(entity -> entity.datasets().stream());
  }

  private SimulatedService service(StoreName store) {
    return Objects.requireNonNull(services.get(store));
  }
}
