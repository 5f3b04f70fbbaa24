package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.model.Unread;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.Stores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Reads all datasets of a plan side by side and spreads their rows over partitions on disk. A
 * dataset whose store fails, or for which there is no room, is left out and named, and its room is
 * free for the others.
 */
public final class PartitionRows {
  private static final int SHARE_OF_MEMORY = 4;
  private final Stores stores;
  private final PartitionSettings settings;
  private final DiskSpace space;
  private final Executor executor;

  /**
   * @param space shared with every other sweep
   * @param executor runs one task per dataset; tasks block on the network and on disk
   */
  public PartitionRows(
      Stores stores, PartitionSettings settings, DiskSpace space, Executor executor) {
    this.stores = stores;
    this.settings = settings;
    this.space = space;
    this.executor = executor;
  }

  /** One dataset as far as it was read: all of it, or none. */
  private sealed interface Outcome {
    record Read(RowFile file, List<StoredPart> parts) implements Outcome {}

    record Failed(Unread why) implements Outcome {}
  }

  /**
   * Returns when every dataset was read, or failed. Where the progress says that it is cancelled,
   * there are no partitions: of rows half read nothing may be concluded.
   */
  public Partitions of(SweepPlan plan, ReadProgress progress) {
    Map<Dataset, CompletableFuture<Outcome>> reading = new LinkedHashMap<>();
    for (DatasetPlan dataset : plan.datasets()) {
      reading.put(
          dataset.dataset(),
          CompletableFuture.supplyAsync(() -> read(dataset, plan, progress), executor));
    }
    Map<Dataset, List<StoredPart>> parts = new LinkedHashMap<>();
    Map<Dataset, Unread> unread = new LinkedHashMap<>();
    List<RowFile> files = new ArrayList<>();
    reading.forEach((dataset, outcome) -> {
      switch (outcome.join()) {
        case Outcome.Read(RowFile file, List<StoredPart> stored) -> {
          files.add(file);
          parts.put(dataset, stored);
        }
        case Outcome.Failed(Unread why) -> unread.put(dataset, why);
      }
    });
    Partitions read = new Partitions(plan.bits(), parts, unread, files, settings.memory());
    if (progress.cancelled()) {
      read.close();
    }
    return read;
  }

  private Outcome read(DatasetPlan plan, SweepPlan whole, ReadProgress progress) {
    Dataset dataset = plan.dataset();
    try {
      RowFile file = RowFile.open(dataset.sortedAttributes(), settings.folder(), space);
      boolean read = false;
      try {
        long buffers = settings.memory() / SHARE_OF_MEMORY;
        SpreadRows spread = new SpreadRows(file, whole.bits(), buffers);
        new SpreadDataset(
                dataset,
                stores.of(dataset.store()),
                plan.ordering(),
                settings.rowsPerRange(),
                progress)
            .into(spread);
        List<StoredPart> stored = spread.finish(Map.of());
        read = true;
        return new Outcome.Read(file, stored);
      } finally {
        if (!read) {
          file.close();
        }
      }
    } catch (StoreFailure failure) {
      return new Outcome.Failed(failure.unread());
    } catch (PartitionFailure failure) {
      return new Outcome.Failed(failure.unread(dataset));
    }
  }
}
