package io.reconciled.app;

import io.reconciled.sweep.partition.PartitionSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where sweeps keep partitions, and how much: {@code RECONCILED_PARTITION_FOLDER} (default: {@code
 * reconciled} in the folder for temporary files) and {@code RECONCILED_PARTITION_DISK_GB}, whole
 * gigabytes (default: 20).
 */
final class ReadPartitionSettings {
  private static final long DEFAULT_GIGABYTES = 20;
  private static final long MOST_GIGABYTES = 1_000_000;

  private ReadPartitionSettings() {}

  /**
   * @param lookup the value of a name, if it has one
   * @throws ConfigurationRefused where a value cannot be used
   */
  static PartitionSettings from(Function<String, Optional<String>> lookup) {
    PartitionSettings otherwise = PartitionSettings.DEFAULT;
    Path folder = lookup.apply(PartitionSettings.FOLDER).map(Path::of).orElse(otherwise.folder());
    long gigabytes =
        lookup
            .apply(PartitionSettings.DISK_LIMIT)
            .map(ReadPartitionSettings::gigabytes)
            .orElse(DEFAULT_GIGABYTES);
    return otherwise.withDisk(folder, gigabytes);
  }

  private static long gigabytes(String text) {
    try {
      long found = Long.parseLong(text.strip());
      if (found >= 1 && found <= MOST_GIGABYTES) {
        return found;
      }
    } catch (NumberFormatException noNumber) {
      // Told below, with what it should be.
    }
    throw new ConfigurationRefused(
        "%s is %s; write a whole number of gigabytes from 1 to %d"
            .formatted(PartitionSettings.DISK_LIMIT, text, MOST_GIGABYTES));
  }
}
