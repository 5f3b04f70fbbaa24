package io.reconciled.sweep.segment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Joins neighbours where there are too many segments: first those of about one age, so that a sweep
 * under way does not lend its neighbours' age to what it has just read.
 */
final class Thin {
  private static final Duration ONE_AGE = Duration.ofMinutes(10);
  private final int most;

  /**
   * @param most how many may be left; where it takes a step at all, about half as many are
   */
  Thin(int most) {
    this.most = most;
  }

  /** In the order of keys. */
  List<Segment> of(List<Segment> segments) {
    if (segments.size() <= most) {
      return segments;
    }
    List<Segment> fewer = join(segments, Thin::areAlike);
    return fewer.size() <= most
        ? fewer
        : join(fewer, (one, next) -> one.read().isPresent() == next.read().isPresent());
  }

  /** Any two neighbours that are left have together more than four shares of all keys. */
  private List<Segment> join(List<Segment> segments, BiPredicate<Segment, Segment> mayJoin) {
    long share = segments.stream().mapToLong(Segment::keys).sum() / most;
    List<Segment> fewer = new ArrayList<>();
    for (Segment next : segments) {
      boolean joins =
          !fewer.isEmpty()
              && fewer.getLast().keys() + next.keys() <= 4 * share
              && mayJoin.test(fewer.getLast(), next);
      fewer.add(joins ? fewer.removeLast().and(next) : next);
    }
    return fewer;
  }

  private static boolean areAlike(Segment one, Segment next) {
    return one.moved().isPresent() == next.moved().isPresent()
        && one.read().isPresent() == next.read().isPresent()
        && one.read()
            .flatMap(at -> next.read().map(then -> Duration.between(at, then).abs()))
            .map(apart -> apart.compareTo(ONE_AGE) <= 0)
            .orElse(true);
  }
}
