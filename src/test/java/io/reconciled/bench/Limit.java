package io.reconciled.bench;

import java.util.Locale;

/** A bound of a line's ratio to its floor, or of its value where it has no floor. */
public record Limit(Direction direction, double bound) {

  /** On which side of the bound it is well. */
  public enum Direction {
    AT_LEAST("≥"),
    AT_MOST("≤"),
    EXACTLY("=");

    private final String sign;

    Direction(String sign) {
      this.sign = sign;
    }
  }

  public static Limit atLeast(double bound) {
    return new Limit(Direction.AT_LEAST, bound);
  }

  public static Limit atMost(double bound) {
    return new Limit(Direction.AT_MOST, bound);
  }

  public static Limit exactly(double bound) {
    return new Limit(Direction.EXACTLY, bound);
  }

  /** What is not a number keeps no limit. */
  boolean holds(double judged) {
    return switch (direction) {
      case AT_LEAST -> judged >= bound;
      case AT_MOST -> judged <= bound;
      case EXACTLY -> Double.compare(judged, bound) == 0;
    };
  }

  @Override
  public String toString() {
    String number = bound == Math.rint(bound) ? "%.0f" : "%.2f";
    return direction.sign + " " + String.format(Locale.ROOT, number, bound);
  }
}
