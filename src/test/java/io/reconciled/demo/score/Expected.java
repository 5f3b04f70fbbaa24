package io.reconciled.demo.score;

import io.reconciled.demo.services.Difference;
import io.reconciled.demo.services.Loss;
import java.util.Set;

/** What must be reported of one loss, in the words of {@code reconcile-rules/subscriber.yaml}. */
record Expected(String rule, String key, String kind, Set<String> in) {

  static Expected of(Loss loss) {
    return new Expected(
        rule(loss.difference()),
        Long.toString(loss.key()),
        kind(loss.difference()),
        Set.of(loss.store()));
  }

  static Expected of(Reported reported) {
    return new Expected(reported.rule(), reported.key(), reported.kind(), reported.in());
  }

  private static String rule(Difference difference) {
    return switch (difference) {
      case MISSING, EXTRA -> "present";
      case STATUS_DIFFERS -> "equal status";
      case NUMBER_DIFFERS -> "equal msisdn";
    };
  }

  private static String kind(Difference difference) {
    return switch (difference) {
      case MISSING -> "MISSING";
      case EXTRA -> "EXTRA";
      case STATUS_DIFFERS, NUMBER_DIFFERS -> "DIFFERS";
    };
  }
}
