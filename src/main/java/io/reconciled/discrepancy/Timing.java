package io.reconciled.discrepancy;

import io.reconciled.model.DatasetName;
import io.reconciled.model.RuleName;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The durations that a key's life runs by; all positive.
 *
 * @param grace how long stores may disagree after a change before it counts
 * @param betweenLooks at least this long between two looks
 * @param fence how long to wait for captures to pass before giving up
 * @param retry how long until a look that could not see everything is first tried again
 * @param captured the datasets whose stores are followed
 * @param allowed for rules that grant more than the grace window
 */
public record Timing(
    Duration grace,
    Duration betweenLooks,
    Duration fence,
    Duration retry,
    Set<DatasetName> captured,
    Map<RuleName, Duration> allowed) {
  /** However long a store is away, a key that waits for it is tried again after this. */
  public static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

  private static final int PART_OF_THE_WAIT = 4;

  public Timing {
    captured = Set.copyOf(captured);
    allowed = Map.copyOf(allowed);
  }

  /** How long a rule may stay broken, from the first look that found it so. */
  Duration allowed(RuleName rule) {
    return allowed.getOrDefault(rule, Duration.ZERO);
  }

  /**
   * How long to leave a key alone that could not be seen whole: ever longer, for each try reads the
   * stores that are there.
   *
   * @param waited since it last moved
   * @param first the least
   */
  static Duration untilNextTry(Duration waited, Duration first) {
    Duration part = waited.dividedBy(PART_OF_THE_WAIT);
    Duration pause = part.compareTo(LONGEST_RETRY) < 0 ? part : LONGEST_RETRY;
    return pause.compareTo(first) > 0 ? pause : first;
  }
}
