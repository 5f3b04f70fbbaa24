package io.reconciled.scenario;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.StoreName;
import io.reconciled.scenario.Scenario.TimedStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/**
 * Plays a scenario in small steps of time. In each, the stores change first, then captures deliver
 * and the daemon does a round, then what is expected is looked at. While a slow store answers, time
 * goes on and the stores change in the middle of a look.
 */
final class RunScenario {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration TICK = Duration.ofMillis(100);
  private final Scenario scenario;
  private final List<Data> opened = new ArrayList<>();
  private final SimulatedClock clock = new SimulatedClock(START);
  private final Map<StoreName, SimulatedService> services = new LinkedHashMap<>();
  private final Queue<TimedStep> inStores = new ArrayDeque<>();
  private final Queue<TimedStep> others = new ArrayDeque<>();
  private final SwitchedDataSource state;
  private final CheckExpectations expectations;
  private SimulatedDaemon daemon;

  private RunScenario(Scenario scenario, Data.Source data, StateDatabase state) {
    this.scenario = scenario;
    this.state = new SwitchedDataSource(state.dataSource());
    for (StoreName store : scenario.stores()) {
      Data held = data.of(scenario, store);
      opened.add(held);
      services.put(
          store,
          new SimulatedService(store, scenario.datasetsIn(store), held, clock, this::passTime));
    }
    for (TimedStep step : scenario.steps()) {
      (step.step() instanceof Step.InStore ? inStores : others).add(step);
    }
    this.expectations = new CheckExpectations(scenario, state.dataSource());
    happenUntil(START.minus(TICK));
    Map<StoreName, Long> ends = new HashMap<>();
    scenario.followed().forEach(store -> ends.put(store, service(store).log().end()));
    this.daemon = start(ends);
  }

  static void run(Scenario scenario, StateDatabase state) {
    run(scenario, (played, store) -> Data.SIMULATED, state);
  }

  /**
   * @param data where the rows of each store lie
   */
  static void run(Scenario scenario, Data.Source data, StateDatabase state) {
    RunScenario run = new RunScenario(scenario, data, state);
    try {
      run.play();
    } finally {
      run.daemon.close();
      run.opened.forEach(Data::close);
    }
  }

  private void play() {
    Instant end = START.plus(scenario.steps().getLast().at());
    for (Instant time = START; !time.isAfter(end); time = time.plus(TICK)) {
      tick(time);
    }
    expectations.nothingElseWasConfirmed();
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
      case Step.Restart restart -> {
        daemon.close();
        daemon = start(daemon.acknowledged());
      }
      case Step.State(boolean up) -> state.turn(up);
      case Step.Expect expected -> expectations.check(next.line(), expected, daemon);
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

  private SimulatedDaemon start(Map<StoreName, Long> offsets) {
    return new SimulatedDaemon(scenario.entities(), services, offsets, state, clock);
  }

  private SimulatedService service(StoreName store) {
    return Objects.requireNonNull(services.get(store));
  }
}
