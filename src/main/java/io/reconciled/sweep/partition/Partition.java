package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.model.Unread;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.store.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All rows of some keys, from every dataset that could be read, in memory. */
public final class Partition {
  private final Map<Dataset, Loaded> loaded = new HashMap<>();
  private final Map<Dataset, Unread> unread = new HashMap<>();

  private record Loaded(List<String> attributes, RowOrder order, Map<String, Long> keyless) {}

  Partition(Map<Dataset, StoredPart> parts, Map<Dataset, Unread> unread) {
    this.unread.putAll(unread);
    parts.forEach((dataset, part) -> {
      try {
        loaded.put(dataset, load(part));
      } catch (PartitionFailure failure) {
        this.unread.put(dataset, failure.unread(dataset));
      }
    });
  }

  private static Loaded load(StoredPart part) {
    List<RowBlock> blocks = new ArrayList<>();
    part.places().forEach(place -> blocks.add(part.file().read(place)));
    return new Loaded(part.file().attributes(), SortRows.order(blocks), part.keyless());
  }

  /** The datasets that could not be read, as a whole or here; nothing may be claimed of them. */
  public Map<Dataset, Unread> unread() {
    return Map.copyOf(unread);
  }

  /**
   * The rows of a dataset in the order of their keys, never cut, and the same every time. Those
   * without a key are told with one partition of all.
   *
   * @param dataset that is not {@link #unread}
   */
  public Rows rows(Dataset dataset) {
    Loaded found = loaded.get(dataset);
    if (found == null) {
      throw new IllegalArgumentException("dataset " + dataset + " has no rows here");
    }
    return new SortedRows(found.attributes(), found.order(), found.keyless());
  }
}
