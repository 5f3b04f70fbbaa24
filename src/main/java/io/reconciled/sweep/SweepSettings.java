package io.reconciled.sweep;

import io.reconciled.sweep.partition.PartitionSettings;
import java.time.Duration;

/**
 * @param firstRows how many rows of each dataset the first range has at most, at least 1; those
 *     after it have so many that each takes about {@code range}
 * @param range how long the reading of one range should take: each is one short read of every store
 * @param atOnce how many ranges of one entity are read at once, at most, as far as its stores'
 *     limits of connections allow; at least 1
 * @param patience how long to wait, at the end, for stores that could not be read
 * @param mostSuspects how many keys one run may have looked at, at least 1; what differs beyond is
 *     counted, and swept again when it is taken up
 * @param partitions where rows wait on disk for those of other stores, if stores do not agree on an
 *     order
 */
public record SweepSettings(
    long firstRows,
    Duration range,
    int atOnce,
    Duration patience,
    long mostSuspects,
    PartitionSettings partitions) {
  public static final SweepSettings DEFAULT =
      new SweepSettings(
          20_000,
          Duration.ofMillis(500),
          1,
          Duration.ofSeconds(15),
          200_000,
          PartitionSettings.DEFAULT);

  /** The same, with partitions kept so. */
  public SweepSettings with(PartitionSettings others) {
    return new SweepSettings(firstRows, range, atOnce, patience, mostSuspects, others);
  }

  /** The same, with so many ranges at once. */
  public SweepSettings withAtOnce(int ranges) {
    return new SweepSettings(firstRows, range, ranges, patience, mostSuspects, partitions);
  }

  /** The same, with so many keys looked at. */
  public SweepSettings withMostSuspects(long number) {
    return new SweepSettings(firstRows, range, atOnce, patience, number, partitions);
  }
}
