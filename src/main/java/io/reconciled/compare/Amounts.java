package io.reconciled.compare;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as exact amounts. */
final class Amounts {
  private Amounts() {}

  /** Empty for what is no finite number. */
  static Optional<BigDecimal> number(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> Optional.of(BigDecimal.valueOf(number));
      case Value.Decimal(BigDecimal number) -> Optional.of(number);
      default -> Optional.empty();
    };
  }

  static boolean within(BigDecimal one, BigDecimal other, BigDecimal tolerance) {
    return one.subtract(other).abs().compareTo(tolerance) <= 0;
  }
}
