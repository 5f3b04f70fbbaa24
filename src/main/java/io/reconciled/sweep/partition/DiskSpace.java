package io.reconciled.sweep.partition;

import java.util.concurrent.atomic.AtomicLong;

/** How much disk partitions may take, and how much they do. Safe for many threads. */
public final class DiskSpace {
  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param limit in bytes
   */
  public DiskSpace(long limit) {
    this.limit = limit;
  }

  /** How many bytes are taken now. */
  public long taken() {
    return taken.get();
  }

  /**
   * @throws PartitionFailure where that would be beyond the limit; nothing is taken then
   */
  void take(long bytes) {
    if (taken.addAndGet(bytes) > limit) {
      taken.addAndGet(-bytes);
      throw PartitionFailure.beyond(limit);
    }
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
