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
 * @param retry how long until a look that could not see everything is tried again
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
  public Timing {
    captured = Set.copyOf(captured);
    allowed = Map.copyOf(allowed);
  }

  /** How long a rule may stay broken, from the first look that found it so. */
  Duration allowed(RuleName rule) {
    return allowed.getOrDefault(rule, Duration.ZERO);
  }
}
