package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.store.Ordering;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Scan.Order;
import io.reconciled.store.Store;
import io.reconciled.sweep.guest.Turn;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one dataset, range by range in the order that is cheap for its store, and spreads its rows.
 * A range is one short read; which rows are of it only the store knows where the order is its own.
 */
final class SpreadDataset {
  private final Dataset dataset;
  private final Store store;
  private final Order order;
  private final int rowsPerRange;
  private final ReadProgress progress;

  SpreadDataset(
      Dataset dataset, Store store, Ordering ordering, int rowsPerRange, ReadProgress progress) {
    this.dataset = dataset;
    this.store = store;
    this.order = ordering.isShared() ? Order.SHARED_KEY : Order.OWN;
    this.rowsPerRange = rowsPerRange;
    this.progress = progress;
  }

  /**
   * Reads to the end, or until that is cancelled.
   *
   * @throws io.reconciled.store.StoreFailure where the store cannot be read to its end
   * @throws PartitionFailure where the rows cannot be kept
   */
  void into(SpreadRows spread) {
    Optional<SharedKey> from = Optional.empty();
    do {
      from = readFrom(from, spread);
    } while (from.isPresent() && !progress.cancelled());
  }

  /** Reads a range when it is time to, and tells where the next begins. */
  private Optional<SharedKey> readFrom(Optional<SharedKey> from, SpreadRows spread) {
    return progress.turn(dataset).flatMap(turn -> readInTurn(turn, from, spread));
  }

  private Optional<SharedKey> readInTurn(Turn turn, Optional<SharedKey> from, SpreadRows spread) {
    try (turn) {
      Optional<SharedKey> to = store.boundary(dataset, order, from, rowsPerRange);
      read(new KeyRange(from, to), spread);
      return to;
    }
  }

  private void read(KeyRange range, SpreadRows spread) {
    try (Rows rows = store.scan(new Scan(dataset, range, order, Long.MAX_VALUE))) {
      Optional<RowBlock> block = rows.next();
      while (block.isPresent() && !progress.cancelled()) {
        spread.add(block.get());
        progress.read(dataset, rowsOf(block.get()));
        block = rows.next();
      }
    }
  }

  private static long rowsOf(RowBlock block) {
    Map<String, Long> keyless = block.keyless();
    return block.rows() + keyless.values().stream().mapToLong(Long::longValue).sum();
  }
}
