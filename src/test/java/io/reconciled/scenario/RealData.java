package io.reconciled.scenario;

import io.reconciled.model.Dataset;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.SwitchedLine;
import io.reconciled.store.Store;
import io.reconciled.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rows in a database of a real server, written by its own client and read over a line of ours. */
final class RealData implements Data {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private final ServerKind kind;
  private final StoreName store;
  private final Database database;
  private final NativeRows rows;
  private final SwitchedLine line;

  private RealData(ServerKind kind, StoreName store) {
    this.kind = kind;
    this.store = store;
    this.database = kind.server().freshDatabase(store.value());
    this.rows = kind.rows(database);
    try {
      this.line = new SwitchedLine(kind.server().port());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A fresh database with a table for each dataset of the store, made for the rows to come. */
  static RealData of(ServerKind kind, Scenario scenario, StoreName store) {
    RealData data = new RealData(kind, store);
    for (Dataset dataset : scenario.datasetsIn(store)) {
      data.rows.create(dataset, ColumnsUsed.by(scenario, dataset));
    }
    return data;
  }

  @Override
  public Store open(Store simulated) {
    Database through = kind.through(database, line.port());
    StoreSettings settings = through.asStore(store, TIMEOUT);
    return new RealStore(kind.kind().open(settings), simulated);
  }

  @Override
  public void replace(Dataset dataset, SharedKey key, List<Map<String, Value>> now) {
    rows.replace(dataset, key, now);
  }

  @Override
  public void cut() {
    line.cut();
  }

  @Override
  public void mend() {
    line.mend();
  }

  @Override
  public void close() {
    line.close();
    rows.close();
  }
}
