package io.reconciled.suggest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Counts and shares as a comment tells them. */
final class InWords {
  private InWords() {}

  /** {@code equal in 99.8 % of 1,843 rows, once normalised}. */
  static String of(Agreement found) {
    String equal =
        String.format(
            Locale.ROOT, "equal in %s of %,d rows", percent(found.share()), found.compared());
    return switch (found.likeness()) {
      case Likeness.Same same -> equal;
      case Likeness.Normalised normalised -> equal + ", once normalised";
      case Likeness.Translated translated -> equal + ", read by the values below";
    };
  }

  /** {@code 996 of 1,000 sampled keys are in crm, 498 of 500 of crm's are here}. */
  static String of(Common common) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d sampled keys are in %s, %,d of %,d of those of %s are here",
        common.ofRight().found(),
        common.ofRight().asked(),
        common.left().in().store(),
        common.ofLeft().found(),
        common.ofLeft().asked(),
        common.left().in().store());
  }

  /** Cut, so that only all is 100 %. */
  static String percent(double share) {
    BigDecimal cut = BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.DOWN);
    return String.format(Locale.ROOT, "%s %%", cut.stripTrailingZeros().toPlainString());
  }
}
