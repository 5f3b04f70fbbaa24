package io.reconciled.compare;

import io.reconciled.model.Value;
import java.util.Optional;

/** The comparison that rules use, for tests of other packages. */
public final class RealLikeness {
  private RealLikeness() {}

  /**
   * @return {@code SAME}, {@code DIFFERENT} or {@code INCOMPARABLE}
   */
  public static String of(Optional<Value> left, Optional<Value> right) {
    return CompareValue.likeness(left, right).name();
  }
}
