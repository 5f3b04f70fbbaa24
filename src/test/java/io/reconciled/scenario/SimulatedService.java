package io.reconciled.scenario;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.Secret;
import io.reconciled.servers.Database;
import io.reconciled.simulated.SimulatedKind;
import io.reconciled.simulated.SimulatedLog;
import io.reconciled.simulated.SimulatedServer;
import io.reconciled.simulated.SimulatedTable;
import io.reconciled.store.Store;
import io.reconciled.store.StoreSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One service with its database of one table, and how late its changes are delivered. */
final class SimulatedService {
  private final SimulatedServer server;
  private final Database database;
  private final SimulatedTable table;
  private Optional<Duration> lag = Optional.of(Duration.ZERO);

  SimulatedService(Dataset dataset, InstantSource clock, Consumer<Duration> passTime) {
    this.server = new SimulatedServer(clock, passTime);
    this.database = server.freshDatabase(dataset.store().value());
    this.table =
        server
            .database(database.name())
            .create(
                dataset.container(),
                dataset.keyFields(),
                KeyType.INTEGER,
                Set.copyOf(dataset.attributes().values()));
  }

  void happen(Step.InStore step) {
    switch (step) {
      case Step.Put put -> table.put(put.key(), put.row());
      case Step.Add add -> table.add(add.key(), add.row());
      case Step.Remove remove -> table.remove(remove.key());
      case Step.Down down -> server.stop();
      case Step.Up up -> server.start();
      case Step.Slow slow -> server.answersAfter(slow.latency());
      case Step.Lag later -> lag = later.lag();
    }
  }

  Store open(Dataset dataset) {
    return kind()
        .open(
            new StoreSettings(
                dataset.store(),
                URI.create(database.url()),
                "",
                Secret.NONE,
                Duration.ofSeconds(2),
                Map.of()));
  }

  SimulatedKind kind() {
    return new SimulatedKind(server);
  }

  SimulatedLog log() {
    return server.database(database.name()).log();
  }

  /** How late a capture delivers; empty where it delivers nothing. */
  Optional<Duration> lag() {
    return server.isUp() ? lag : Optional.empty();
  }
}
