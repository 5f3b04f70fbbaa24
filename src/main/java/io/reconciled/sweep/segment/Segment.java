package io.reconciled.sweep.segment;

import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A part of an entity's keys.
 *
 * @param keys about how many it had when it was last read; 0 where it never was
 * @param read when the last reading of it began that came to its end in every dataset; empty where
 *     none did
 * @param moved when a key in it last moved after that reading began, as far as capture has told;
 *     not kept on record
 */
public record Segment(KeyRange range, long keys, Optional<Instant> read, Optional<Instant> moved) {
  /** All keys of an entity that was never swept. */
  static final Segment NEVER_READ =
      new Segment(KeyRange.ALL, 0, Optional.empty(), Optional.empty());

  Segment moved(Instant at) {
    return new Segment(range, keys, read, later(moved, Optional.of(at)));
  }

  /** Its part before a key in it; nobody knows how many of its keys that has. */
  Segment before(SharedKey key) {
    return new Segment(new KeyRange(range.from(), Optional.of(key)), keys / 2, read, moved);
  }

  /** Its part from a key in it on. */
  Segment from(SharedKey key) {
    return new Segment(new KeyRange(Optional.of(key), range.to()), keys - keys / 2, read, moved);
  }

  /** This and the next as one, which is as old as the older. */
  Segment and(Segment next) {
    return new Segment(
        new KeyRange(range.from(), next.range.to()),
        keys + next.keys,
        earlier(read, next.read),
        later(moved, next.moved));
  }

  /** The same, never read. */
  Segment unread() {
    return new Segment(range, keys, Optional.empty(), moved);
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return one.flatMap(at -> other.map(then -> at.isBefore(then) ? at : then));
  }

  static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.map(at -> other.filter(then -> then.isAfter(at)).orElse(at)).or(() -> other);
  }
}
