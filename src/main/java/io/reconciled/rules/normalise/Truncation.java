package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Times cut to a unit, toward the past: before 1970 too. */
record Truncation(Unit unit) implements Elementwise {
  static final Entry ENTRY =
      new Entry(
          new Manual(
              "truncate",
              Parameter.required("one of ms, s, m, h, day"),
              List.of(
                  Value.Moment.class, Value.LocalMoment.class, Value.Time.class, Value.Array.class),
              "cuts a time to whole milliseconds, seconds, minutes, hours or days, toward the past;"
                  + " a moment's day is the day in UTC. A time of day is cut to all but the day",
              List.of(
                  Example.of(
                      "ms",
                      new Value.Moment(Instant.parse("1969-12-31T23:59:59.999999Z"), 6),
                      new Value.Moment(Instant.parse("1969-12-31T23:59:59.999Z"), 3)),
                  Example.of(
                      "day",
                      new Value.LocalMoment(LocalDateTime.parse("2024-02-29T13:14:15"), 0),
                      new Value.LocalMoment(LocalDateTime.parse("2024-02-29T00:00:00"), 0)))),
          written -> Unit.named(written.getFirst()).map(Truncation::new).map(Made.Sound::new));

  @Override
  public String name() {
    return "truncate: " + unit.word;
  }

  @Override
  public Value change(Value value) {
    return switch (value) {
      case Value.Moment(Instant instant, int digits) ->
          new Value.Moment(instant.truncatedTo(unit.length), Math.min(digits, unit.digits));
      case Value.LocalMoment(LocalDateTime local, int digits) ->
          new Value.LocalMoment(local.truncatedTo(unit.length), Math.min(digits, unit.digits));
      case Value.Time(LocalTime time) when unit != Unit.DAY ->
          new Value.Time(time.truncatedTo(unit.length));
      default -> value;
    };
  }

  enum Unit {
    MILLISECOND("ms", ChronoUnit.MILLIS, 3),
    SECOND("s", ChronoUnit.SECONDS, 0),
    MINUTE("m", ChronoUnit.MINUTES, 0),
    HOUR("h", ChronoUnit.HOURS, 0),
    DAY("day", ChronoUnit.DAYS, 0);

    private final String word;
    private final ChronoUnit length;
    private final int digits;

    Unit(String word, ChronoUnit length, int digits) {
      this.word = word;
      this.length = length;
      this.digits = digits;
    }

    private static Optional<Unit> named(String word) {
      return List.of(values()).stream().filter(unit -> unit.word.equals(word)).findFirst();
    }
  }
}
