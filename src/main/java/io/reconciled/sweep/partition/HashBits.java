package io.reconciled.sweep.partition;

/**
 * Some bits of a hash, from its highest downwards, as the number of a partition.
 *
 * @param used how many higher bits earlier partitions were made by
 * @param count how many bits, 0 to 10
 */
record HashBits(int used, int count) {
  static final int MOST = 10;
  private static final int SPLIT = 3;

  /** Enough for so many partitions, as far as there are any. */
  static HashBits forPartitions(long wanted) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, wanted) - 1);
    return new HashBits(0, Math.min(bits, MOST));
  }

  int partitions() {
    return 1 << count;
  }

  int partition(long hash) {
    return count == 0 ? 0 : (int) ((hash << used) >>> (Long.SIZE - count));
  }

  /** The bits that divide one of these partitions again. */
  HashBits next() {
    return new HashBits(used + count, SPLIT);
  }

  /** Whether a partition whose keys still share all these bits may have more than one key. */
  boolean areLeft() {
    return used + count + SPLIT <= Long.SIZE;
  }
}
