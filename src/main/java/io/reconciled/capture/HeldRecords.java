package io.reconciled.capture;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Records that were delivered and may not be acknowledged yet, by their number.
 *
 * <p>Acknowledging a record acknowledges all before it, so not every record needs to be kept: only
 * the last of each batch is added, and where batches pile up, every other is forgotten again. That
 * makes acknowledgements coarser, never wrong. Used by the one thread that delivers.
 *
 * @param <R> the engine's record
 */
public final class HeldRecords<R> {
  private final int limit;
  private final TreeMap<Long, R> byNumber = new TreeMap<>();

  /**
   * @param limit how many are kept at most; at least 2
   */
  public HeldRecords(int limit) {
    if (limit < 2) {
      throw new IllegalArgumentException("at least two records must be kept, not " + limit);
    }
    this.limit = limit;
  }

  public void add(long number, R record) {
    byNumber.put(number, record);
    if (byNumber.size() > limit) {
      thin();
    }
  }

  /** Forgets all records up to the number, and gives the last of them. */
  public Optional<R> takeUpTo(long released) {
    Map.Entry<Long, R> last = byNumber.floorEntry(released);
    byNumber.headMap(released, true).clear();
    return Optional.ofNullable(last).map(Map.Entry::getValue);
  }

  public int size() {
    return byNumber.size();
  }

  private void thin() {
    boolean forget = false;
    for (var numbers = byNumber.descendingKeySet().iterator(); numbers.hasNext(); ) {
      numbers.next();
      if (forget) {
        numbers.remove();
      }
      forget = !forget;
    }
  }
}
