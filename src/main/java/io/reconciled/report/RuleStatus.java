package io.reconciled.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** Whether a rule holds. What could not be verified never counts as holding. */
public enum RuleStatus {
  HOLDS,
  /** Discrepancies are confirmed; there may be gaps beside them. */
  BROKEN,
  UNVERIFIED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RuleStatus of(long confirmed, List<Gap> gaps) {
    if (confirmed > 0) {
      return BROKEN;
    }
    return gaps.isEmpty() ? HOLDS : UNVERIFIED;
  }
}
