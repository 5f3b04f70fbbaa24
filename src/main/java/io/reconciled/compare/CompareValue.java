package io.reconciled.compare;

import io.reconciled.model.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Equality by meaning. Numbers are canonical already, so equal numbers are equal records; moments
 * are compared at the coarser of their two precisions, cut toward the past; a null, an absent field
 * and an empty text are three different things; values of unlike kinds are not comparable.
 *
 * <p>Documents and lists are compared by what they hold: what certainly differs within them tells
 * them apart, whatever else in them cannot be compared.
 */
final class CompareValue {
  private static final int NANO_DIGITS = 9;

  private CompareValue() {}

  /** Empty stands for a field that its document lacks. */
  static Likeness likeness(Optional<Value> left, Optional<Value> right) {
    return likeness(left.orElse(null), right.orElse(null));
  }

  private static Likeness likeness(@Nullable Value left, @Nullable Value right) {
    if (left instanceof Value.Unmapped || right instanceof Value.Unmapped) {
      return Likeness.INCOMPARABLE;
    }
    if (left == null || right == null) {
      return same(left == null && right == null);
    }
    if (isNull(left) || isNull(right)) {
      return same(left.equals(right));
    }
    return switch (left) {
      case Value.Moment one when isTime(right) -> moments(one.instant(), one.digits(), right);
      case Value.LocalMoment one when isTime(right) -> moments(inUtc(one), one.digits(), right);
      case Value.Document one when right instanceof Value.Document other ->
          documents(one.fields(), other.fields());
      case Value.Array one when right instanceof Value.Array other ->
          arrays(one.elements(), other.elements());
      default ->
          left.getClass() == right.getClass() || (isNumber(left) && isNumber(right))
              ? same(left.equals(right))
              : Likeness.INCOMPARABLE;
    };
  }

  private static boolean isNull(Value value) {
    return value instanceof Value.Null || value instanceof Value.JsonNull;
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Whole
        || value instanceof Value.Decimal
        || value instanceof Value.NotFinite;
  }

  private static boolean isTime(Value value) {
    return value instanceof Value.Moment || value instanceof Value.LocalMoment;
  }

  private static Likeness moments(Instant left, int digits, Value right) {
    return right instanceof Value.LocalMoment local
        ? moments(left, digits, inUtc(local), local.digits())
        : right instanceof Value.Moment moment
            ? moments(left, digits, moment.instant(), moment.digits())
            : Likeness.INCOMPARABLE;
  }

  private static Likeness moments(Instant left, int leftDigits, Instant right, int rightDigits) {
    int digits = Math.min(leftDigits, rightDigits);
    return same(
        left.getEpochSecond() == right.getEpochSecond()
            && cutNanos(left, digits) == cutNanos(right, digits));
  }

  /** A time without zone that no mapping has given one is in UTC. */
  private static Instant inUtc(Value.LocalMoment local) {
    return local.local().toInstant(ZoneOffset.UTC);
  }

  /** Instants count nanoseconds upwards from a floored second, so this cuts toward the past. */
  private static int cutNanos(Instant instant, int digits) {
    int nanos = instant.get(ChronoField.NANO_OF_SECOND);
    int step = 1;
    for (int i = digits; i < NANO_DIGITS; i++) {
      step *= 10;
    }
    return nanos - nanos % step;
  }

  private static Likeness documents(SortedMap<String, Value> left, SortedMap<String, Value> right) {
    SortedSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    Likeness all = Likeness.SAME;
    for (String name : names) {
      all = both(all, likeness(left.get(name), right.get(name)));
    }
    return all;
  }

  private static Likeness arrays(List<Value> left, List<Value> right) {
    if (left.size() != right.size()) {
      return Likeness.DIFFERENT;
    }
    Likeness all = Likeness.SAME;
    for (int i = 0; i < left.size(); i++) {
      all = both(all, likeness(left.get(i), right.get(i)));
    }
    return all;
  }

  private static Likeness both(Likeness one, Likeness other) {
    if (one == Likeness.DIFFERENT || other == Likeness.DIFFERENT) {
      return Likeness.DIFFERENT;
    }
    return one == Likeness.SAME ? other : one;
  }

  private static Likeness same(boolean same) {
    return same ? Likeness.SAME : Likeness.DIFFERENT;
  }
}
