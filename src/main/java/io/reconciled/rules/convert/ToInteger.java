package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Integers of any size, from text. */
final class ToInteger {
  static final Named NAMED =
      Named.of(
          "integer",
          "integer",
          ToInteger::meaning,
          "text of up to 1,000 digits 0 to 9, after a minus or not, is that integer, whatever zeros"
              + " it begins with; a number is an integer when nothing is behind its point",
          new Manual.Example(Value.text("0042"), Value.number(42)),
          new Manual.Example(Value.text("42 "), new Value.Unmapped("text that is no integer")));

  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,1000}");

  private ToInteger() {}

  private static Optional<Value> meaning(Value stored) {
    return switch (stored) {
      case Value.Whole whole -> Optional.of(whole);
      case Value.Decimal decimal when isInteger(decimal.number()) -> Optional.of(decimal);
      case Value.Text(String text) when DIGITS.matcher(text).matches() ->
          Optional.of(Value.number(new BigInteger(text)));
      default -> Optional.empty();
    };
  }

  /** Its zeros being stripped, as those of every canonical number are. */
  private static boolean isInteger(BigDecimal number) {
    return number.scale() <= 0;
  }
}
