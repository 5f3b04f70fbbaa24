package io.reconciled.simulated;

import io.reconciled.model.StoreName;
import io.reconciled.store.Rows;
import io.reconciled.store.ScannedRow;
import java.util.Iterator;
import java.util.stream.Stream;

/** A scan under way; it breaks off when its server does. */
final class SimulatedRows implements Rows {
  private final SimulatedServer server;
  private final StoreName store;
  private final Iterator<ScannedRow> rows;
  private int given;

  SimulatedRows(SimulatedServer server, StoreName store, Stream<ScannedRow> rows) {
    this.server = server;
    this.store = store;
    this.rows = rows.iterator();
  }

  @Override
  public boolean hasNext() {
    server.stream(store, given);
    return rows.hasNext();
  }

  @Override
  public ScannedRow next() {
    server.stream(store, given);
    given++;
    return rows.next();
  }

  @Override
  public void close() {
    // Nothing is held: the rows are in memory, and read as they are asked for.
  }
}
