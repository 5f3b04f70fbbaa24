package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Exact arithmetic. A quotient whose decimal expansion does not end, or ends only beyond a divisor
 * of 256 bits, is rounded, half to even, to {@link #QUOTIENT_DIGITS} significant digits. A result
 * of more than {@link #MOST_DIGITS} digits is refused before it is computed.
 */
final class Numbers {
  static final int QUOTIENT_DIGITS = 34;
  static final int MOST_DIGITS = 1_000;

  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final int LONGEST_DIVISOR = 256;
  private static final MathContext ROUNDED =
      new MathContext(QUOTIENT_DIGITS, RoundingMode.HALF_EVEN);
  private static final Pattern WRITTEN =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");
  private static final Value TOO_LARGE =
      new Value.Unmapped("the expression makes a number of more than " + MOST_DIGITS + " digits");
  private static final Value BY_ZERO = new Value.Unmapped("the expression divides by zero");

  private Numbers() {}

  static boolean is(Value value) {
    return value instanceof Value.Whole || value instanceof Value.Decimal;
  }

  /** Of a {@link Value.Whole} or {@link Value.Decimal}. */
  static BigDecimal exact(Value number) {
    return switch (number) {
      case Value.Whole whole -> BigDecimal.valueOf(whole.number());
      case Value.Decimal decimal -> decimal.number();
      default -> throw new IllegalArgumentException("not a number: " + Kind.of(number));
    };
  }

  static int compare(Value left, Value right) {
    return left instanceof Value.Whole a && right instanceof Value.Whole b
        ? Long.compare(a.number(), b.number())
        : exact(left).compareTo(exact(right));
  }

  static Value add(Value left, Value right) {
    if (left instanceof Value.Whole a && right instanceof Value.Whole b) {
      long sum = a.number() + b.number();
      if (((a.number() ^ sum) & (b.number() ^ sum)) >= 0) {
        return new Value.Whole(sum);
      }
    }
    BigDecimal a = exact(left);
    BigDecimal b = exact(right);
    long digits = Math.max(wholeDigits(a), wholeDigits(b)) + Math.max(a.scale(), b.scale()) + 1L;
    return digits > MOST_DIGITS ? TOO_LARGE : Value.number(a.add(b));
  }

  static Value negate(Value number) {
    return multiply(number, new Value.Whole(-1));
  }

  static Value multiply(Value left, Value right) {
    BigDecimal a = exact(left);
    BigDecimal b = exact(right);
    return spread(a) + spread(b) > MOST_DIGITS ? TOO_LARGE : Value.number(a.multiply(b));
  }

  static Value divide(Value left, Value right) {
    BigDecimal a = exact(left);
    BigDecimal b = exact(right);
    if (b.signum() == 0) {
      return BY_ZERO;
    }
    if (spread(a) + spread(b) > MOST_DIGITS) {
      return TOO_LARGE;
    }
    return Value.number(ends(a, b) ? a.divide(b) : a.divide(b, ROUNDED));
  }

  /** Has the sign of the dividend, as in Java and in CEL. */
  static Value remainder(Value left, Value right) {
    BigDecimal a = exact(left);
    BigDecimal b = exact(right);
    if (b.signum() == 0) {
      return BY_ZERO;
    }
    return spread(a) + spread(b) > MOST_DIGITS ? TOO_LARGE : Value.number(a.remainder(b));
  }

  /** Cut toward zero. */
  static Value whole(Value number) {
    return number instanceof Value.Whole
        ? number
        : Value.number(exact(number).setScale(0, RoundingMode.DOWN));
  }

  /** The number that a text writes in decimal notation, exactly. */
  static Value read(String text) {
    if (text.length() > MOST_DIGITS || !WRITTEN.matcher(text).matches()) {
      return new Value.Unmapped("a text that is to be a number is none");
    }
    BigDecimal number = new BigDecimal(text);
    if (number.signum() == 0) {
      return new Value.Whole(0);
    }
    return spread(number) > MOST_DIGITS ? TOO_LARGE : Value.number(number);
  }

  /** Whether the quotient's decimal expansion is finite: the divisor, reduced, is 2ⁿ·5ᵐ. */
  private static boolean ends(BigDecimal dividend, BigDecimal divisor) {
    BigInteger reduced = divisor.unscaledValue().abs();
    reduced = reduced.divide(reduced.gcd(dividend.unscaledValue()));
    reduced = reduced.shiftRight(reduced.getLowestSetBit());
    // 5ᵐ divides 5 to the power of its own bit length, since that is more than m.
    return reduced.bitLength() <= LONGEST_DIVISOR
        && FIVE.pow(reduced.bitLength()).mod(reduced).signum() == 0;
  }

  private static long wholeDigits(BigDecimal number) {
    return Math.max(0L, (long) number.precision() - number.scale());
  }

  /** Digits that it takes to write the number out, without an exponent. */
  private static long spread(BigDecimal number) {
    return Math.max(number.precision(), Math.abs((long) number.scale()) + number.precision());
  }
}
