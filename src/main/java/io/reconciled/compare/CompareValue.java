package io.reconciled.compare;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Optional;

/**
 * Equality by meaning. Numbers are canonical already, so equal numbers are equal records; moments
 * are compared at the coarser of their two precisions, cut toward the past; a null, an absent field
 * and an empty text are three different things; values of unlike kinds are not comparable.
 */
final class CompareValue {
  private static final int NANO_DIGITS = 9;

  private CompareValue() {}

  /** Empty stands for a field that its document lacks. */
  static Likeness likeness(Optional<Value> left, Optional<Value> right) {
    if (left.isEmpty() || right.isEmpty()) {
      boolean unmapped = isUnmapped(left) || isUnmapped(right);
      return unmapped ? Likeness.INCOMPARABLE : same(left.isEmpty() && right.isEmpty());
    }
    return likeness(left.get(), right.get());
  }

  /** {@link #likeness} where numbers may be this far apart. */
  static Likeness likeness(Optional<Value> left, Optional<Value> right, BigDecimal tolerance) {
    if (tolerance.signum() != 0
        && left.flatMap(Amounts::number).isPresent()
        && right.flatMap(Amounts::number).isPresent()) {
      return same(
          Amounts.within(
              left.flatMap(Amounts::number).get(),
              right.flatMap(Amounts::number).get(),
              tolerance));
    }
    return likeness(left, right);
  }

  private static Likeness likeness(Value left, Value right) {
    if (left instanceof Value.Unmapped || right instanceof Value.Unmapped) {
      return Likeness.INCOMPARABLE;
    }
    if (left instanceof Value.Null || right instanceof Value.Null) {
      return same(left.equals(right));
    }
    if (left instanceof Value.Moment one && right instanceof Value.Moment other) {
      int digits = Math.min(one.digits(), other.digits());
      return same(cut(one.instant(), digits).equals(cut(other.instant(), digits)));
    }
    if ((isNumber(left) && isNumber(right)) || left.getClass() == right.getClass()) {
      return same(left.equals(right));
    }
    return Likeness.INCOMPARABLE;
  }

  private static boolean isUnmapped(Optional<Value> value) {
    return value.isPresent() && value.get() instanceof Value.Unmapped;
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Whole
        || value instanceof Value.Decimal
        || value instanceof Value.NotFinite;
  }

  /** Instants count nanoseconds upwards from a floored second, so this cuts toward the past. */
  private static Instant cut(Instant instant, int digits) {
    long step = 1;
    for (int i = digits; i < NANO_DIGITS; i++) {
      step *= 10;
    }
    return instant.minusNanos(instant.get(ChronoField.NANO_OF_SECOND) % step);
  }

  private static Likeness same(boolean same) {
    return same ? Likeness.SAME : Likeness.DIFFERENT;
  }
}
