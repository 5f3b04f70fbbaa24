package io.reconciled.compare;

import io.reconciled.compare.Finding.Kind;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.rules.Rule;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Whether a key is in all datasets of a {@link Rule.Present}, or in none, and once in each. */
final class ComparePresence {
  private ComparePresence() {}

  static Verdict verdict(Rule.Present rule, Readings readings) {
    NavigableSet<DatasetName> twice = those(rule, readings, Image.Duplicate.class::isInstance);
    if (!twice.isEmpty()) {
      return inconsistent(Kind.DUPLICATE, twice, Optional.empty());
    }
    return switch (readings.of(rule.reference())) {
      case Unread unread -> new Verdict.Unverified(unread.reason(), unread.detail());
      case Image.Absent absent ->
          settle(rule, readings, Kind.EXTRA, Image.Present.class::isInstance);
      case Image image -> settle(rule, readings, Kind.MISSING, Image.Absent.class::isInstance);
    };
  }

  private static Verdict settle(
      Rule.Present rule, Readings readings, Kind kind, Predicate<Reading> atFault) {
    NavigableSet<DatasetName> in = those(rule, readings, atFault);
    return in.isEmpty()
        ? NotRead.orConsistent(rule, readings)
        : inconsistent(kind, in, Optional.of(rule.reference()));
  }

  private static Verdict inconsistent(
      Kind kind, NavigableSet<DatasetName> in, Optional<DatasetName> against) {
    return new Verdict.Inconsistent(new Finding(kind, List.of(), in, against));
  }

  private static NavigableSet<DatasetName> those(
      Rule rule, Readings readings, Predicate<Reading> wanted) {
    NavigableSet<DatasetName> found = new TreeSet<>();
    for (DatasetName dataset : rule.datasets()) {
      if (wanted.test(readings.of(dataset))) {
        found.add(dataset);
      }
    }
    return found;
  }
}
