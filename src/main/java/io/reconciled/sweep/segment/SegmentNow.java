package io.reconciled.sweep.segment;

import io.reconciled.model.KeyRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A segment at this moment.
 *
 * @param read when the last reading of it began that came to its end; empty where none did
 * @param moved whether a key in it may have moved since then
 */
public record SegmentNow(KeyRange range, Optional<Instant> read, boolean moved) {

  /** The ranges to be read again; neighbours are one. */
  static List<KeyRange> moved(List<SegmentNow> segments) {
    List<KeyRange> joined = new ArrayList<>();
    for (SegmentNow segment : segments) {
      if (!segment.moved) {
        continue;
      }
      boolean goesOn =
          !joined.isEmpty()
              && joined.getLast().to().isPresent()
              && joined.getLast().to().equals(segment.range.from());
      joined.add(
          goesOn ? new KeyRange(joined.removeLast().from(), segment.range.to()) : segment.range);
    }
    return joined;
  }
}
