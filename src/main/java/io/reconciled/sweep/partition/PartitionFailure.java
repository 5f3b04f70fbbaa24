package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.model.ReconciledException;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import java.io.IOException;
import java.nio.file.Path;

/** Rows could not be kept on local disk. Says nothing about any store. */
public final class PartitionFailure extends ReconciledException {
  private static final long serialVersionUID = 1L;
  private static final long MEGABYTE = 1L << 20;

  private PartitionFailure(String message) {
    super(message);
  }

  private PartitionFailure(String message, Throwable cause) {
    super(message, cause);
  }

  static PartitionFailure beyond(long limit) {
    return new PartitionFailure(
        "its partitions do not fit the %d MB that sweeps may take on disk; raise %s"
            .formatted(limit / MEGABYTE, PartitionSettings.DISK_LIMIT));
  }

  static PartitionFailure of(Path folder, IOException failure) {
    return new PartitionFailure(
        "its partitions cannot be kept in %s (%s: %s); free space there, or set %s"
            .formatted(
                folder,
                failure.getClass().getSimpleName(),
                failure.getMessage(),
                PartitionSettings.FOLDER),
        failure);
  }

  /** What the dataset is whose rows they were. */
  public Unread unread(Dataset dataset) {
    return new Unread(UnverifiedReason.MISCONFIGURED, dataset + ": " + getMessage());
  }
}
