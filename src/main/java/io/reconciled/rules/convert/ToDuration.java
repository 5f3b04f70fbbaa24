package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** Lengths of time, from columns that hold them as times of day. */
final class ToDuration {
  static final Named NAMED =
      Named.of(
          "duration",
          "duration",
          ToDuration::meaning,
          "a time of day is what has passed since midnight",
          new Manual.Example(
              new Value.Time(LocalTime.parse("01:30")), new Value.Span(Duration.ofMinutes(90))));

  private ToDuration() {}

  private static Optional<Value> meaning(Value stored) {
    return switch (stored) {
      case Value.Span span -> Optional.of(span);
      case Value.Time(LocalTime time) ->
          Optional.of(new Value.Span(Duration.ofNanos(time.toNanoOfDay())));
      default -> Optional.empty();
    };
  }
}
