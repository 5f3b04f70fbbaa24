package io.reconciled.alert;

import java.time.Duration;

/**
 * @param gather how long an incident must have been joined by nobody before it is told, so that one
 *     message speaks of all that began together; not negative
 * @param gatherAtMost how long after its beginning it is told all the same
 * @param firstBackOff how long a sink that failed is left alone; doubled with each failure
 * @param longestBackOff but no longer than this
 */
public record AlertSettings(
    Duration gather, Duration gatherAtMost, Duration firstBackOff, Duration longestBackOff) {
  public static final AlertSettings DEFAULT =
      new AlertSettings(
          Duration.ofSeconds(3),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5));
}
