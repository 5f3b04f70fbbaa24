package io.reconciled.report;

import io.reconciled.model.SharedKey;
import io.reconciled.sweep.segment.SegmentNow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How old what sweeps have read of an entity is, by ranges of keys.
 *
 * @param count of all segments
 * @param moved how many of them a sweep of what moved would read again
 * @param neverRead how many were never read to their end in every dataset
 * @param oldestSeconds since the oldest was read; empty while one was never read
 * @param medianSeconds since the one in the middle was read; empty while it was never read
 * @param oldest at most {@value #LISTED}, those that were never read first
 */
public record SegmentsReport(
    long count,
    long moved,
    long neverRead,
    Optional<Double> oldestSeconds,
    Optional<Double> medianSeconds,
    List<OfSegment> oldest) {
  /** How many are listed at most. */
  public static final int LISTED = 50;

  private static final Comparator<SegmentNow> OLDEST_FIRST =
      Comparator.comparing(segment -> segment.read().orElse(Instant.MIN));

  public SegmentsReport {
    oldest = List.copyOf(oldest);
  }

  /**
   * @param from the key that it begins with; empty where it is open
   * @param to the key that it ends before; empty where it is open
   * @param readAt when its reading began; empty where it was never read
   * @param moved whether a key in it may have moved since then
   */
  public record OfSegment(
      Optional<String> from,
      Optional<String> to,
      Optional<Instant> readAt,
      Optional<Double> ageSeconds,
      boolean moved) {
    private static OfSegment of(SegmentNow segment, Instant now) {
      return new OfSegment(
          segment.range().from().map(SharedKey::toString),
          segment.range().to().map(SharedKey::toString),
          segment.read(),
          age(segment, now),
          segment.moved());
    }
  }

  /**
   * @param segments all of an entity, at least one
   */
  static SegmentsReport of(List<SegmentNow> segments, Instant now) {
    List<SegmentNow> sorted = segments.stream().sorted(OLDEST_FIRST).toList();
    return new SegmentsReport(
        sorted.size(),
        sorted.stream().filter(SegmentNow::moved).count(),
        sorted.stream().filter(segment -> segment.read().isEmpty()).count(),
        age(sorted.getFirst(), now),
        age(sorted.get(sorted.size() / 2), now),
        sorted.stream().limit(LISTED).map(segment -> OfSegment.of(segment, now)).toList());
  }

  private static Optional<Double> age(SegmentNow segment, Instant now) {
    return segment.read().map(at -> Times.seconds(Duration.between(at, now)));
  }
}
