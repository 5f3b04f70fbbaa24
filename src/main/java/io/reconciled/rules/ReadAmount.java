package io.reconciled.rules;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads what stands beside sums and counts: the other side, and how far numbers may be apart. */
final class ReadAmount {
  static final String TOLERANCE = "tolerance";
  private static final int LONGEST = 40;

  private ReadAmount() {}

  /** {@code crm.sim_count}, or a dataset whose rows are counted. */
  static Optional<Amount> of(Part part, KnownDatasets known) {
    return part.text()
        .flatMap(text ->
            text.indexOf('.') < 0
                ? known.find(part).map(Amount.Rows::new)
                : known
                    .findAttribute(part)
                    .map(found -> new Amount.Of(found.dataset(), found.attribute())));
  }

  /** Zero where nothing is said. */
  static BigDecimal tolerance(Section section) {
    return section.optional(TOLERANCE).flatMap(ReadAmount::tolerance).orElse(BigDecimal.ZERO);
  }

  static Optional<BigDecimal> tolerance(Part part) {
    return part.text(
        text -> parse(text.strip()).filter(number -> number.signum() >= 0),
        "a number that is not negative",
        "write it as 0.01");
  }

  private static Optional<BigDecimal> parse(String text) {
    try {
      return text.length() > LONGEST
          ? Optional.empty()
          : Optional.of(new BigDecimal(text))
              .filter(number -> Math.abs((long) number.scale()) <= LONGEST);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
