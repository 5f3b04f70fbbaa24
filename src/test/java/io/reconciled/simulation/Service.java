package io.reconciled.simulation;

import io.reconciled.model.Dataset;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.simulated.SimulatedKind;
import io.reconciled.simulated.SimulatedLog;
import io.reconciled.simulated.SimulatedServer;
import io.reconciled.simulated.SimulatedTable;
import io.reconciled.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One service with its database, and what its capture leaves behind when the daemon dies. */
final class Service {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private final Place place;
  private final Dataset dataset;
  private final SimulatedServer server;
  private final Database database;
  private final SimulatedTable table;
  private final Slot slot;
  private Optional<Duration> lag = Optional.of(Duration.ZERO);

  /**
   * @param passTime is told how long an answer takes
   */
  Service(Place place, Dataset dataset, InstantSource clock, Consumer<Duration> passTime) {
    this.place = place;
    this.dataset = dataset;
    this.server = new SimulatedServer(() -> clock.instant().plus(place.skew()), passTime);
    this.database = server.freshDatabase(place.store().value());
    this.table = server.database(database.name()).create(dataset);
    server.answersAfter(place.latency());
    this.slot = new Slot(place.flush());
  }

  Place place() {
    return place;
  }

  Dataset dataset() {
    return dataset;
  }

  SimulatedServer server() {
    return server;
  }

  SimulatedLog log() {
    return server.database(database.name()).log();
  }

  SimulatedKind kind() {
    return new SimulatedKind(server);
  }

  Slot slot() {
    return slot;
  }

  /** How late its capture delivers; empty where it delivers nothing. */
  Optional<Duration> lag() {
    return lag;
  }

  void lag(Optional<Duration> later) {
    lag = later;
  }

  void write(SharedKey key, Optional<String> status) {
    status.ifPresentOrElse(
        text -> table.put(key, Map.of("status", Value.text(text))), () -> table.remove(key));
  }

  Store open() {
    return kind().open(database.asStore(place.store(), TIMEOUT));
  }
}
