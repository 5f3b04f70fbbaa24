package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyRange;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.store.Ordering;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Scan.Order;
import io.reconciled.store.Store;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.Stores;
import java.util.List;
import java.util.Optional;

/** Asks the stores what is best known before datasets are read. Reads no more than a few rows. */
public final class PlanSweep {
  private static final long BYTES_PER_ROW = 128;
  private static final long ROWS = 1_000_000;
  private final Stores stores;
  private final long memory;

  public PlanSweep(Stores stores, PartitionSettings settings) {
    this.stores = stores;
    this.memory = settings.memory();
  }

  /**
   * In what order a store has a dataset. One that cannot be asked does not decide: it is read in
   * the order of shared keys, which any store can do, or is named as it fails.
   */
  public Ordering ordering(Dataset dataset) {
    try {
      return stores.of(dataset.store()).ordering(dataset);
    } catch (StoreFailure failure) {
      return Ordering.shared("could not be asked: " + failure.unread().detail());
    }
  }

  /** What is known of all datasets together. */
  public SweepPlan of(List<Dataset> datasets) {
    return new SweepPlan(datasets.stream().map(this::of).toList(), memory);
  }

  private DatasetPlan of(Dataset dataset) {
    Ordering ordering = ordering(dataset);
    Store store = stores.of(dataset.store());
    try {
      long rows = store.estimatedRows(dataset).orElse(ROWS);
      return new DatasetPlan(dataset, ordering, rows, bytesPerRow(store, dataset));
    } catch (StoreFailure failure) {
      return new DatasetPlan(dataset, ordering, ROWS, BYTES_PER_ROW);
    }
  }

  private static long bytesPerRow(Store store, Dataset dataset) {
    try (Rows rows = store.scan(new Scan(dataset, KeyRange.ALL, Order.OWN, Long.MAX_VALUE))) {
      Optional<RowBlock> block = rows.next().filter(found -> found.rows() > 0).or(rows::next);
      return block
          .filter(found -> found.rows() > 0)
          .map(found -> (long) Math.ceilDiv(found.storedSize(), found.rows()))
          .orElse(BYTES_PER_ROW);
    }
  }
}
