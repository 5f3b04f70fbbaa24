package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Less and greater among values of one kind: numbers exactly, text by code points, timestamps at
 * the coarser of their two precisions. NaN has no order.
 */
final class Order {
  private static final int[] NANOS_AT = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };

  private Order() {}

  static Body where(IntPredicate holds) {
    return (evaluation, arguments) -> {
      OptionalInt order = compare(arguments[0], arguments[1]);
      return order.isEmpty() ? Body.MISFIT : new Value.Bool(holds.test(order.getAsInt()));
    };
  }

  static OptionalInt compare(Value left, Value right) {
    return switch (left) {
      case Value.Text a when right instanceof Value.Text b ->
          OptionalInt.of(compareText(a.text(), b.text()));
      case Value.Bool a when right instanceof Value.Bool b ->
          OptionalInt.of(Boolean.compare(a.truth(), b.truth()));
      case Value.Moment a when right instanceof Value.Moment b ->
          OptionalInt.of(compareMoments(a, b));
      case Value.Date a when right instanceof Value.Date b ->
          OptionalInt.of(a.date().compareTo(b.date()));
      case Value.Time a when right instanceof Value.Time b ->
          OptionalInt.of(a.time().compareTo(b.time()));
      case Value.Span a when right instanceof Value.Span b ->
          OptionalInt.of(a.duration().compareTo(b.duration()));
      case Value.Bytes a when right instanceof Value.Bytes b ->
          OptionalInt.of(a.hex().compareTo(b.hex()));
      default -> compareNumbers(left, right);
    };
  }

  private static OptionalInt compareNumbers(Value left, Value right) {
    if (Numbers.is(left) && Numbers.is(right)) {
      return OptionalInt.of(Numbers.compare(left, right));
    }
    boolean numbers = isNumber(left) && isNumber(right) && !isNan(left) && !isNan(right);
    return numbers
        ? OptionalInt.of(Double.compare(infinity(left), infinity(right)))
        : OptionalInt.empty();
  }

  private static boolean isNumber(Value value) {
    return Numbers.is(value) || value instanceof Value.NotFinite;
  }

  private static boolean isNan(Value value) {
    return value instanceof Value.NotFinite special && Double.isNaN(special.number());
  }

  /** An infinity as it is; any finite number as zero, which lies between the two. */
  private static double infinity(Value number) {
    return number instanceof Value.NotFinite special ? special.number() : 0;
  }

  private static int compareMoments(Value.Moment left, Value.Moment right) {
    int digits = Math.min(left.digits(), right.digits());
    return cut(left.instant(), digits).compareTo(cut(right.instant(), digits));
  }

  /** Toward the past. */
  private static Instant cut(Instant instant, int digits) {
    int unit = NANOS_AT[Math.clamp(digits, 0, 9)];
    int nanos = instant.getNano();
    return nanos % unit == 0
        ? instant
        : Instant.ofEpochSecond(instant.getEpochSecond(), nanos - nanos % unit);
  }

  private static int compareText(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        // A pair of surrogates stands for a code point beyond any that is one unit.
        return Character.isSurrogate(l) == Character.isSurrogate(r)
            ? Character.compare(l, r)
            : Boolean.compare(Character.isSurrogate(l), Character.isSurrogate(r));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
