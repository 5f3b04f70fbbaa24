package io.reconciled.simulated;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.Rows;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A scan under way, a few rows at a time; it breaks off when its server does. */
final class SimulatedRows implements Rows {
  private static final int BLOCK = 2;
  private final SimulatedServer server;
  private final StoreName store;
  private final RowWriter writer;
  private final Iterator<Map.Entry<SharedKey, Image.Present>> rows;
  private final long limit;
  private int given;
  private long keyed;

  SimulatedRows(
      SimulatedServer server,
      Dataset dataset,
      List<String> keyless,
      Stream<Map.Entry<SharedKey, Image.Present>> rows,
      long limit) {
    this.server = server;
    this.store = dataset.store();
    this.writer = new RowWriter(dataset.sortedAttributes());
    this.rows = rows.iterator();
    this.limit = limit;
    keyless.forEach(why -> {
      writer.keyless(why);
      given++;
    });
  }

  @Override
  public Optional<RowBlock> next() {
    for (int i = 0; i < BLOCK; i++) {
      server.stream(store, given);
      if (keyed < limit && rows.hasNext()) {
        var row = rows.next();
        writer.row(row.getKey(), row.getValue());
        given++;
        keyed++;
      }
    }
    return writer.isEmpty() ? Optional.empty() : Optional.of(writer.take());
  }

  @Override
  public boolean cut() {
    return keyed == limit;
  }

  @Override
  public void close() {
    // Nothing is held: the rows are in memory, and read as they are asked for.
  }
}
