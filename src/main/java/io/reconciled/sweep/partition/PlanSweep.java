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
  private final Stores stores;
  private final long memory;

  public PlanSweep(Stores stores, PartitionSettings settings) {
    this.stores = stores;
    this.memory = settings.memory();
  }

  /** How datasets are to be brought together; asks only for the order that each is kept in. */
  public SweepPlan.Strategy strategy(List<Dataset> datasets) {
    return SweepPlan.strategy(datasets.stream().map(this::ordering).toList());
  }

  private Ordering ordering(Dataset dataset) {
    try {
      return stores.of(dataset.store()).ordering(dataset);
    } catch (StoreFailure failure) {
      return DatasetPlan.unknown(dataset, failure.unread()).ordering();
    }
  }

  /** What is known of all datasets together. */
  public SweepPlan of(List<Dataset> datasets) {
    return new SweepPlan(datasets.stream().map(this::of).toList(), memory);
  }

  private DatasetPlan of(Dataset dataset) {
    Store store = stores.of(dataset.store());
    try {
      return new DatasetPlan(
          dataset,
          store.ordering(dataset),
          rows(store, dataset),
          bytesPerRow(store, dataset),
          Optional.empty());
    } catch (StoreFailure failure) {
      return DatasetPlan.unknown(dataset, failure.unread());
    }
  }

  private static long rows(Store store, Dataset dataset) {
    long guess = store.estimatedRows(dataset);
    return guess < 0 ? DatasetPlan.ROWS : guess;
  }

  private static long bytesPerRow(Store store, Dataset dataset) {
    try (Rows rows = store.scan(new Scan(dataset, KeyRange.ALL, Order.OWN, Long.MAX_VALUE))) {
      Optional<RowBlock> block = rows.next().filter(found -> found.rows() > 0).or(rows::next);
      return block
          .filter(found -> found.rows() > 0)
          .map(found -> (long) Math.ceilDiv(found.storedSize(), found.rows()))
          .orElse(DatasetPlan.BYTES_PER_ROW);
    }
  }
}
