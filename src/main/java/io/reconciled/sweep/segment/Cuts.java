package io.reconciled.sweep.segment;

import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a range into segments of so many keys while it is read, so that a move wants no more read
 * again than that. Used by one thread.
 */
public final class Cuts {
  /** Reading fewer keys would take little less time than asking for them. */
  private static final long KEYS = 10_000;

  private final long size;
  private final List<SharedKey> bounds = new ArrayList<>();
  private long keys;

  public Cuts() {
    this(KEYS);
  }

  /**
   * @param size keys of a segment; the last has from half of them to half as many more
   */
  Cuts(long size) {
    this.size = size;
  }

  /** Counts a key; says whether it is to be told to {@link #at}. */
  public boolean isDueAtNext() {
    boolean due = keys > 0 && keys % size == 0;
    keys++;
    return due;
  }

  /** The next segment begins with this key. */
  public void at(SharedKey key) {
    bounds.add(key);
  }

  /** The segments of the range whose keys were counted. */
  List<Segment> segments(KeyRange range, Instant read) {
    List<Segment> segments = new ArrayList<>();
    Optional<SharedKey> from = range.from();
    long left = keys;
    for (SharedKey bound : bounds) {
      if (range.contains(bound) && left - size >= size / 2) {
        segments.add(segment(from, Optional.of(bound), size, read));
        from = Optional.of(bound);
        left -= size;
      }
    }
    segments.add(segment(from, range.to(), left, read));
    return segments;
  }

  private static Segment segment(
      Optional<SharedKey> from, Optional<SharedKey> to, long keys, Instant read) {
    return new Segment(new KeyRange(from, to), keys, Optional.of(read), Optional.empty());
  }
}
