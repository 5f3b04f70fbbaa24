package io.reconciled.scenario;

import io.reconciled.capture.MoveKeys;
import io.reconciled.discrepancy.Discrepancies;
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
import io.reconciled.model.RuleName;
import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
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
import io.reconciled.sweep.SweepSettings;
import io.reconciled.sweep.jooq.JooqSweepLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The real stages over simulated services; nothing in it runs by itself. */
final class SimulatedDaemon {
  private static final Logger LOG = Logger.getLogger(SimulatedDaemon.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration FENCE = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private final Entity entity;
  private final Map<StoreName, SimulatedService> services;
  private final InstantSource clock;
  private final Stores stores;
  private final StoreHealth health = new StoreHealth(RETRY);
  private final Discrepancies discrepancies;
  private final DueQueue queue;
  private final RecheckDueKeys recheck;
  private final RunSweeps sweeps;
  private final Map<StoreName, SimulatedCapture> captures = new LinkedHashMap<>();

  /**
   * @param offsets where the captures of the stores that are followed go on
   */
  SimulatedDaemon(
      Entity entity,
      Map<StoreName, SimulatedService> services,
      Map<StoreName, Long> offsets,
      DataSource state,
      InstantSource clock) {
    this.entity = entity;
    this.services = services;
    this.clock = clock;
    this.stores = new Stores(entity.datasets().stream().map(d -> service(d).open(d)).toList());
    this.discrepancies = new JooqDiscrepancies(state, name -> entity.keyShape(), Masking.SHOW);
    this.queue =
        new DueQueue(
            entity.name(),
            DueSettings.withGrace(entity.grace()),
            new JooqDueTable(state, name -> entity.keyShape()));
    Map<StoreName, StoreLog> logs =
        offsets.keySet().stream().collect(Collectors.toMap(Function.identity(), StoreLog::new));
    Due due = new Due(List.of(queue));
    AnswerLookups lookups = new AnswerLookups(stores, entity.datasets());
    ReadImages readImages = new ReadImages(stores, health, clock, Runnable::run);
    this.recheck =
        new RecheckDueKeys(
            entity,
            RecheckSettings.with(timing(offsets.keySet())),
            new RecheckParts(
                stores,
                readImages,
                lookups,
                due,
                discrepancies,
                logs,
                (name, key, look) -> {},
                clock));
    JooqSweepLog sweepLog = new JooqSweepLog(state);
    this.sweeps =
        new RunSweeps(
            name ->
                new SweepEntity(
                    entity, new SweepSettings(3), stores, lookups, queue, discrepancies, clock),
            sweepLog,
            clock,
            Runnable::run);
    entity.datasets().stream()
        .filter(dataset -> offsets.containsKey(dataset.store()))
        .forEach(dataset ->
            captures.put(
                dataset.store(),
                capture(
                    dataset,
                    offsets.getOrDefault(dataset.store(), 0L),
                    due,
                    logs.getOrDefault(dataset.store(), new StoreLog(dataset.store())))));
    sweepLog.breakOffRunning(clock.instant());
    new AskForOpenKeys(queue, discrepancies, clock).ask(entity.grace());
  }

  /** Everything that the daemon's threads do again and again, once. */
  void round() {
    deliver();
    for (Store store : stores.all()) {
      new WatchStore(health, clock).watch(store);
    }
    try {
      recheck.round();
    } catch (StateUnavailable failed) {
      LOG.debug("the round will be tried again", failed);
    }
  }

  void deliver() {
    captures.forEach((store, capture) ->
        service(store).lag().ifPresent(lag -> capture.deliver(clock.instant(), lag)));
  }

  void sweep() {
    sweeps.start(entity.name(), "scenario");
  }

  Discrepancies discrepancies() {
    return discrepancies;
  }

  StoreHealth health() {
    return health;
  }

  /** What it leaves behind when it is killed. */
  Map<StoreName, Long> acknowledged() {
    Map<StoreName, Long> offsets = new LinkedHashMap<>();
    captures.forEach((store, capture) -> offsets.put(store, capture.acknowledged()));
    return offsets;
  }

  private SimulatedCapture capture(Dataset dataset, long offset, Due due, StoreLog log) {
    SimulatedService service = service(dataset);
    MoveKeys moveKeys = new MoveKeys(List.of(dataset), service.kind().feed(), due, log, clock);
    return new SimulatedCapture(service.log(), offset, moveKeys);
  }

  private Timing timing(Set<StoreName> followed) {
    Set<DatasetName> captured =
        entity.datasets().stream()
            .filter(dataset -> followed.contains(dataset.store()))
            .map(Dataset::name)
            .collect(Collectors.toSet());
    return new Timing(entity.grace(), BETWEEN_LOOKS, FENCE, RETRY, captured, allowed());
  }

  private Map<RuleName, Duration> allowed() {
    return entity.rules().stream()
        .filter(rule -> rule.check() instanceof Check.Absent)
        .collect(Collectors.toMap(Rule::name, rule -> ((Check.Absent) rule.check()).within()));
  }

  private SimulatedService service(Dataset dataset) {
    return service(dataset.store());
  }

  private SimulatedService service(StoreName store) {
    return Objects.requireNonNull(services.get(store));
  }
}
