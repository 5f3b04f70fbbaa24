package io.reconciled.report;

import java.util.List;

/** A report's verdict as a sentence. */
final class Summary {
  private Summary() {}

  static String of(List<RuleReport> rules) {
    long confirmed = rules.stream().mapToLong(RuleReport::confirmed).sum();
    long gaps = rules.stream().filter(rule -> !rule.gaps().isEmpty()).count();
    String unverified =
        gaps + " of " + InWords.count(rules.size(), "rule") + " could not be fully verified.";
    return switch (Outcome.of(rules)) {
      case CONSISTENT -> "Everything was verified, and every rule holds.";
      case UNVERIFIED -> "Nothing is confirmed, but " + unverified;
      case INCONSISTENT ->
          InWords.count(confirmed, "discrepancy")
              + (confirmed == 1 ? " is" : " are")
              + " confirmed."
              + (gaps == 0 ? "" : " " + unverified);
    };
  }
}
