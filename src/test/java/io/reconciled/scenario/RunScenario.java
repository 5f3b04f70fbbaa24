package io.reconciled.scenario;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.scenario.Scenario.TimedStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

/**
 * Plays a scenario in small steps of time. In each, the stores change first, then captures deliver
 * and the daemon does a round, then what is expected is looked at. While a slow store answers, time
 * goes on and the stores change in the middle of a look.
 */
final class RunScenario {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration TICK = Duration.ofMillis(100);
  private final Entity entity;
  private final SimulatedClock clock = new SimulatedClock(START);
  private final Map<StoreName, SimulatedService> services = new LinkedHashMap<>();
  private final Queue<TimedStep> inStores = new ArrayDeque<>();
  private final Queue<TimedStep> others = new ArrayDeque<>();
  private final SwitchedDataSource state;
  private final CheckExpectations expectations;
  private SimulatedDaemon daemon;

  private RunScenario(Scenario scenario, StateDatabase state) {
    this.entity = entity(scenario);
    this.state = new SwitchedDataSource(state.dataSource());
    for (Dataset dataset : entity.datasets()) {
      services.put(dataset.store(), new SimulatedService(dataset, clock, this::passTime));
    }
    for (TimedStep step : scenario.steps()) {
      (step.step() instanceof Step.InStore ? inStores : others).add(step);
    }
    this.expectations = new CheckExpectations(scenario, entity.name(), state.dataSource());
    happenUntil(START.minus(TICK));
    Map<StoreName, Long> ends = new HashMap<>();
    scenario.followed().forEach(store -> ends.put(store, service(store).log().end()));
    this.daemon = new SimulatedDaemon(entity, services, ends, this.state, clock);
  }

  static void run(Scenario scenario, StateDatabase state) {
    RunScenario run = new RunScenario(scenario, state);
    Instant end = START.plus(scenario.steps().getLast().at());
    for (Instant time = START; !time.isAfter(end); time = time.plus(TICK)) {
      run.tick(time);
    }
    run.expectations.nothingElseWasConfirmed();
  }

  private void tick(Instant time) {
    if (clock.instant().isBefore(time)) {
      clock.set(time);
    }
    happenUntil(clock.instant());
    daemon.round();
    while (!others.isEmpty() && !START.plus(others.element().at()).isAfter(clock.instant())) {
      happen(others.remove());
    }
  }

  private void happen(TimedStep next) {
    switch (next.step()) {
      case Step.Sweep sweep -> daemon.sweep();
      case Step.Restart restart ->
          daemon = new SimulatedDaemon(entity, services, daemon.acknowledged(), state, clock);
      case Step.State(boolean up) -> state.turn(up);
      case Step.Expect expected ->
          expectations.check(next.line(), expected, daemon.discrepancies(), daemon.health());
      case Step.InStore inStore -> service(inStore.store()).happen(inStore);
    }
  }

  private void happenUntil(Instant time) {
    while (!inStores.isEmpty() && !START.plus(inStores.element().at()).isAfter(time)) {
      happen(inStores.remove());
    }
  }

  private void passTime(Duration duration) {
    if (!duration.isZero()) {
      clock.set(clock.instant().plus(duration));
      happenUntil(clock.instant());
      daemon.deliver();
    }
  }

  private SimulatedService service(StoreName store) {
    return Objects.requireNonNull(services.get(store));
  }

  private static Entity entity(Scenario scenario) {
    EntityName name = new EntityName("subscriber");
    List<Dataset> datasets =
        scenario.stores().stream()
            .map(store ->
                new Dataset(
                    name,
                    new DatasetName(store.value()),
                    store,
                    List.of("subscriber"),
                    "id",
                    KeyType.INTEGER,
                    Map.of("status", "status")))
            .toList();
    List<DatasetName> names = datasets.stream().map(Dataset::name).toList();
    return new Entity(
        name,
        KeyType.INTEGER,
        scenario.grace(),
        datasets,
        Map.of(),
        List.of(
            Rule.of(
                new RuleName("present"),
                new Check.Present(names, names.getFirst(), Optional.empty())),
            Rule.of(
                new RuleName("equal status"),
                new Check.Equal(names, List.of("status"), new Authority.One(names.getFirst())))),
        Optional.empty(),
        new Places(scenario.file(), Map.of()));
  }
}
