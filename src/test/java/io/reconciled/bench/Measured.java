package io.reconciled.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of a figure.
 *
 * @param what what was measured, in a few words
 * @param unit of the value and of its floor
 * @param floor what it is held against, measured in the same run
 */
public record Measured(
    String what, double value, String unit, Optional<Floor> floor, Optional<Limit> limit) {

  /** What the same machine did at the same time with less to do. */
  public record Floor(String what, double value) {}

  public static Measured of(String what, double value, String unit) {
    return new Measured(what, value, unit, Optional.empty(), Optional.empty());
  }

  public Measured beside(String floor, double floorValue) {
    return new Measured(what, value, unit, Optional.of(new Floor(floor, floorValue)), limit);
  }

  public Measured within(Limit held) {
    return new Measured(what, value, unit, floor, Optional.of(held));
  }

  /** The value over its floor; empty where it has none. */
  public OptionalDouble ratio() {
    return floor.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(value / floor.get().value());
  }

  /** What the limit is put on: the ratio where there is a floor, else the value itself. */
  private double judged() {
    return ratio().orElse(value);
  }

  /** Whether it keeps its limit; one without a limit is for information and always does. */
  public boolean passes() {
    return limit.isEmpty() || limit.get().holds(judged());
  }

  /** A number as it stands in the table. */
  String shown(double number) {
    String pattern = Math.abs(number) >= 100 || number == Math.rint(number) ? "%,.0f" : "%,.2f";
    return String.format(Locale.ROOT, pattern, number);
  }
}
