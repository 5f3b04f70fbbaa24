package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers with few digits after the point.
 *
 * @param digits how many at most, 0 to 30
 */
record Rounding(int digits) implements Elementwise {
  static final Entry ENTRY =
      new Entry(
          new Manual(
              "round",
              Parameter.required("how many digits stay after the point, 0 to 30"),
              List.of(Value.Decimal.class, Value.Array.class),
              "rounds a number to that many digits after the point, a half away from zero, as SQL's"
                  + " `round` does with decimals. Two numbers that are close may still be rounded"
                  + " apart: `tolerance` does not do that",
              List.of(
                  Example.of("2", number("10.125"), number("10.13")),
                  Example.of("0", number("-2.5"), number("-3")))),
          Rounding::read);

  private static final Pattern WRITTEN = Pattern.compile("[0-9]|[12][0-9]|30");

  private static Optional<Made> read(List<String> parameters) {
    return parameters.stream()
        .filter(WRITTEN.asMatchPredicate())
        .findFirst()
        .map(digits -> new Made.Sound(new Rounding(Integer.parseInt(digits))));
  }

  private static Value number(String written) {
    return Value.number(new BigDecimal(written));
  }

  @Override
  public String name() {
    return "round: " + digits;
  }

  @Override
  public Value change(Value value) {
    return value instanceof Value.Decimal(BigDecimal number) && number.scale() > digits
        ? Value.number(round(number))
        : value;
  }

  /** Rounding 1e-999999999 as others are would first build a number with as many digits. */
  private BigDecimal round(BigDecimal number) {
    boolean vanishes = (long) number.precision() - number.scale() < -digits;
    return vanishes ? BigDecimal.ZERO : number.setScale(digits, RoundingMode.HALF_UP);
  }
}
