package io.reconciled.sweep.partition;

import java.nio.file.Path;

/**
 * @param folder where partitions are written; made when first needed
 * @param diskLimit how many bytes the partitions of all sweeps may take together, at least 1
 * @param memory about how many bytes of rows one partition of all datasets together may have in
 *     memory, at least 1
 * @param rowsPerRange how many rows of a dataset are read by one query, at least 1
 */
public record PartitionSettings(Path folder, long diskLimit, long memory, int rowsPerRange) {
  private static final long GIGABYTE = 1L << 30;
  private static final long MEGABYTE = 1L << 20;

  /** What the limit of disk is called by those who set it. */
  public static final String DISK_LIMIT = "RECONCILED_PARTITION_DISK_GB";

  /** What the folder is called by those who set it. */
  public static final String FOLDER = "RECONCILED_PARTITION_FOLDER";

  public static final PartitionSettings DEFAULT =
      new PartitionSettings(
          Path.of(System.getProperty("java.io.tmpdir"), "reconciled"),
          20 * GIGABYTE,
          32 * MEGABYTE,
          100_000);

  public PartitionSettings {
    if (diskLimit < 1 || memory < 1 || rowsPerRange < 1) {
      throw new IllegalArgumentException("limits of partitions are at least 1");
    }
  }

  public PartitionSettings withDisk(Path elsewhere, long gigabytes) {
    return new PartitionSettings(elsewhere, gigabytes * GIGABYTE, memory, rowsPerRange);
  }
}
