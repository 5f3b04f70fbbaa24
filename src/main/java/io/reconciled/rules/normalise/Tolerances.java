package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how far apart two numbers may lie. */
final class Tolerances {
  static final Entry ENTRY =
      new Entry(
          new Manual(
              "tolerance",
              Parameter.required(
                  "a number such as 0.01, not negative, with at most 30 digits after the point"),
              List.of(),
              "changes no value: two numbers are equal when they lie at most this far apart,"
                  + " wherever in the list it stands. So a may equal b and b equal c, but a not c",
              List.of(Example.of("0.01", Value.number(1), Value.number(1)))),
          Tolerances::read);

  private static final Pattern WRITTEN =
      Pattern.compile("[0-9]{1,31}(\\.[0-9]{1,30})?([eE]-?[0-9]{1,2})?");
  private static final int MOST_DIGITS = 30;
  private static final BigDecimal MOST = BigDecimal.TEN.pow(MOST_DIGITS);

  private Tolerances() {}

  private static Optional<Made> read(List<String> parameters) {
    return parameters.stream()
        .filter(WRITTEN.asMatchPredicate())
        .map(BigDecimal::new)
        .map(BigDecimal::stripTrailingZeros)
        .filter(number -> number.scale() <= MOST_DIGITS && number.compareTo(MOST) <= 0)
        .findFirst()
        .map(Made.Tolerance::new);
  }
}
