package io.reconciled.suggest;

import io.reconciled.model.Value;
import java.time.Instant;
import java.time.ZoneOffset;

/** Values in a form in which equal ones are equal records. */
final class SameValue {
  private SameValue() {}

  static boolean holdsNothing(Value value) {
    return value instanceof Value.Null || value instanceof Value.Unmapped;
  }

  /** Times at the second, which every column of times has; without a zone they count as UTC. */
  static Value comparable(Value value) {
    return switch (value) {
      case Value.Moment(Instant instant, int digits) -> moment(instant);
      case Value.LocalMoment local -> moment(local.local().toInstant(ZoneOffset.UTC));
      default -> value;
    };
  }

  private static Value moment(Instant instant) {
    return new Value.Moment(Instant.ofEpochSecond(instant.getEpochSecond()), 0);
  }
}
