package io.reconciled.sweep.partition;

import io.reconciled.model.Dataset;
import io.reconciled.model.Unread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of several datasets on local disk, given out partition by partition: every row of a key
 * is in one of them. Safe for many threads.
 */
public final class Partitions implements AutoCloseable {
  /** One is compared while the next is loaded. */
  private static final int IN_MEMORY = 2;

  private final Map<Dataset, Unread> unread;
  private final List<RowFile> files;
  private final long memory;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  private record Waiting(HashBits bits, Map<Dataset, StoredPart> parts) {
    long bytes() {
      return parts.values().stream().mapToLong(StoredPart::bytes).sum();
    }
  }

  /**
   * @param parts of every dataset that was read, by partition
   * @param files that are closed with this
   */
  Partitions(
      HashBits bits,
      Map<Dataset, List<StoredPart>> parts,
      Map<Dataset, Unread> unread,
      List<RowFile> files,
      long memory) {
    this.unread = Map.copyOf(unread);
    this.files = List.copyOf(files);
    this.memory = memory;
    for (int i = 0; i < bits.partitions(); i++) {
      waiting.add(new Waiting(bits, at(i, parts)));
    }
  }

  private static Map<Dataset, StoredPart> at(int i, Map<Dataset, List<StoredPart>> parts) {
    Map<Dataset, StoredPart> found = new LinkedHashMap<>();
    parts.forEach((dataset, all) -> found.put(dataset, all.get(i)));
    return found;
  }

  /** The datasets that could not be read to their end, and why. */
  public Map<Dataset, Unread> unread() {
    return unread;
  }

  /** How many partitions are still to be given out; may grow where one has to be divided. */
  public synchronized int left() {
    return waiting.size();
  }

  /** The next partition, or none at the end. */
  public synchronized Optional<Partition> next() {
    while (!waiting.isEmpty()) {
      Waiting first = waiting.remove();
      if (first.bytes() > memory / IN_MEMORY && first.bits().areLeft() && divide(first)) {
        continue;
      }
      return Optional.of(new Partition(first.parts(), unread));
    }
    return Optional.empty();
  }

  /**
   * Spreads a partition by further bits.
   *
   * @return false where there is no room, or nothing to divide, as with one key: it is taken whole
   */
  private boolean divide(Waiting whole) {
    HashBits bits = whole.bits().next();
    Map<Dataset, List<StoredPart>> divided = new HashMap<>();
    try {
      whole.parts().forEach((dataset, part) -> divided.put(dataset, divide(part, bits)));
    } catch (PartitionFailure noSpace) {
      return false;
    }
    List<Waiting> smaller = new ArrayList<>();
    for (int i = 0; i < bits.partitions(); i++) {
      smaller.add(new Waiting(bits, at(i, divided)));
    }
    if (smaller.stream().anyMatch(one -> one.bytes() == whole.bytes())) {
      return false;
    }
    smaller.reversed().forEach(waiting::addFirst);
    return true;
  }

  private List<StoredPart> divide(StoredPart part, HashBits bits) {
    SpreadRows spread = new SpreadRows(part.file(), bits, memory);
    part.places().forEach(place -> spread.add(part.file().read(place)));
    return spread.finish(part.keyless());
  }

  /** Removes the files; there is no next partition any more. */
  @Override
  public synchronized void close() {
    waiting.clear();
    files.forEach(RowFile::close);
  }
}
