package io.reconciled.simulated;

import io.reconciled.model.Dataset;
import io.reconciled.servers.Database;
import io.reconciled.store.Store;
import java.time.Duration;
import java.time.InstantSource;

/** A dataset without rows at first, alone in its store and on a server of its own. */
public final class LoneDataset {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private final Dataset dataset;
  private final SimulatedServer server;
  private final Database database;
  private final SimulatedTable table;

  public LoneDataset(Dataset dataset, InstantSource clock) {
    this.dataset = dataset;
    this.server = new SimulatedServer(clock);
    this.database = server.freshDatabase(dataset.store().value());
    this.table = server.database(database.name()).create(dataset);
  }

  public Dataset dataset() {
    return dataset;
  }

  public SimulatedServer server() {
    return server;
  }

  public SimulatedTable table() {
    return table;
  }

  /** Opens the store. */
  public Store open() {
    return new SimulatedKind(server).open(database.asStore(dataset.store(), TIMEOUT));
  }
}
