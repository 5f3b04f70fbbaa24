package io.reconciled.scenario;

import io.reconciled.model.Dataset;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.simulated.SimulatedKind;
import io.reconciled.simulated.SimulatedLog;
import io.reconciled.simulated.SimulatedServer;
import io.reconciled.simulated.SimulatedTable;
import io.reconciled.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** One service with its database, and how late its changes are delivered. */
final class SimulatedService {
  private final SimulatedServer server;
  private final Database database;
  private final StoreName store;
  private final Data data;
  private final Map<List<String>, SimulatedTable> tables = new HashMap<>();
  private Optional<Duration> lag = Optional.of(Duration.ZERO);

  SimulatedService(
      StoreName store,
      List<Dataset> datasets,
      Data data,
      InstantSource clock,
      Consumer<Duration> passTime) {
    this.server = new SimulatedServer(clock, passTime);
    this.store = store;
    this.data = data;
    this.database = server.freshDatabase(store.value());
    datasets.forEach(dataset ->
        tables.put(dataset.container(), server.database(database.name()).create(dataset)));
  }

  void happen(Step.InStore step) {
    switch (step) {
      case Step.Write write -> write(write);
      case Step.Down down -> {
        server.stop();
        data.cut();
      }
      case Step.Up up -> {
        data.mend();
        server.start();
      }
      case Step.Slow slow -> server.answersAfter(slow.latency());
      case Step.Lag later -> lag = later.lag();
    }
  }

  private void write(Step.Write write) {
    SimulatedTable table = Objects.requireNonNull(tables.get(write.dataset().container()));
    SharedKey key = write.key();
    switch (write) {
      case Step.Put put -> table.put(key, put.row());
      case Step.Add add -> table.add(key, add.row());
      case Step.Remove remove -> table.remove(key);
    }
    data.replace(write.dataset(), key, table.of(key));
  }

  Store open() {
    return data.open(kind().open(database.asStore(store, Duration.ofSeconds(2))));
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
