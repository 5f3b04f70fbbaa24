package io.reconciled.simulation;

import io.reconciled.model.StoreName;
import io.reconciled.scenario.SimulatedClock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** What is there whether a daemon lives or not. */
record World(
    Landscape landscape,
    SimulatedClock clock,
    Map<StoreName, Service> services,
    Kept kept,
    Boundary boundary,
    Reads reads,
    Seams seams,
    History history,
    Story story) {
  Service service(StoreName store) {
    return Objects.requireNonNull(services.get(store));
  }

  void tell(String who, String what) {
    story.tell(clock.instant(), who, what);
  }

  Duration elapsed() {
    return Times.since(clock.instant());
  }
}
