package io.reconciled.sweep.partition;

import io.reconciled.store.Ordering;
import java.util.Collection;
import java.util.List;

/**
 * How the datasets of an entity can be compared from end to end.
 *
 * @param memory about how many bytes of rows may be in memory at a time
 */
public record SweepPlan(List<DatasetPlan> datasets, long memory) {
  /** What is sorted should fit the caches of a processor, which is less than may be in memory. */
  private static final int SMALLER = 8;

  /** The two ways of bringing the rows of one key together. */
  public enum Strategy {
    /** All stores stream in the order of shared keys, and the streams are merged. */
    MERGE,
    /** Rows are spread over local files by the hash of their keys, and joined part by part. */
    PARTITIONS
  }

  public SweepPlan {
    datasets = List.copyOf(datasets);
  }

  public Strategy strategy() {
    return strategy(datasets.stream().map(DatasetPlan::ordering).toList());
  }

  /** One dataset that its store would have to sort first is enough. */
  public static Strategy strategy(Collection<Ordering> orderings) {
    return orderings.stream().allMatch(Ordering::isShared) ? Strategy.MERGE : Strategy.PARTITIONS;
  }

  /** How many partitions there will be; one that turns out too large is divided again. */
  public int partitions() {
    return bits().partitions();
  }

  HashBits bits() {
    return HashBits.forPartitions(Math.ceilDiv(disk(), Math.max(1, memory / SMALLER)));
  }

  /** About how many bytes of disk partitions take. */
  public long disk() {
    return datasets.stream().mapToLong(DatasetPlan::bytes).sum();
  }
}
