package io.reconciled.compare;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
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
    if (left instanceof Value.Document mine && right instanceof Value.Document theirs) {
      return documents(mine.fields(), theirs.fields());
    }
    if (left instanceof Value.Array mine && right instanceof Value.Array theirs) {
      return arrays(mine.elements(), theirs.elements());
    }
    Value.Moment one = asMoment(left);
    Value.Moment other = asMoment(right);
    if (one != null && other != null) {
      return moments(one, other);
    }
    boolean sameKind = left.getClass() == right.getClass() || (isNumber(left) && isNumber(right));
    return sameKind ? same(left.equals(right)) : Likeness.INCOMPARABLE;
  }

  private static boolean isNull(Value value) {
    return value instanceof Value.Null || value instanceof Value.JsonNull;
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Whole
        || value instanceof Value.Decimal
        || value instanceof Value.NotFinite;
  }

  /** Instants count nanoseconds upwards from a floored second, so this cuts toward the past. */
  private static Likeness moments(Value.Moment left, Value.Moment right) {
    int step = 1;
    for (int digit = Math.min(left.digits(), right.digits()); digit < NANO_DIGITS; digit++) {
      step *= 10;
    }
    Instant one = left.instant();
    Instant other = right.instant();
    return same(
        one.getEpochSecond() == other.getEpochSecond()
            && one.getNano() / step == other.getNano() / step);
  }

  /** A time without zone that no mapping has given one is in UTC; null for what is no time. */
  private static Value.@Nullable Moment asMoment(Value value) {
    return switch (value) {
      case Value.Moment moment -> moment;
      case Value.LocalMoment local ->
          new Value.Moment(local.local().toInstant(ZoneOffset.UTC), local.digits());
      default -> null;
    };
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
