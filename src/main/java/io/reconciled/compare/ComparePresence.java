package io.reconciled.compare;

import io.reconciled.compare.Finding.Kind;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.rules.Check;
import io.reconciled.rules.Condition;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Whether a key is in all datasets of a {@link Check.Present}, or in none, and once in each. */
final class ComparePresence {
  private ComparePresence() {}

  static Verdict verdict(Check.Present rule, Readings readings) {
    NavigableSet<DatasetName> twice = those(rule, readings, Image.Duplicate.class::isInstance);
    if (!twice.isEmpty()) {
      return inconsistent(Kind.DUPLICATE, twice, Optional.empty());
    }
    return switch (readings.of(rule.reference())) {
      case Unread unread -> new Verdict.Unverified(unread.reason(), unread.detail());
      case Image.Absent absent -> settle(rule, readings, Kind.EXTRA, ComparePresence::isThere);
      case Image image ->
          rule.when().isEmpty() ? there(rule, readings) : when(rule, rule.when().get(), readings);
    };
  }

  private static Verdict there(Check.Present rule, Readings readings) {
    return settle(rule, readings, Kind.MISSING, Image.Absent.class::isInstance);
  }

  private static Verdict when(Check.Present rule, Condition when, Readings readings) {
    return switch (CompareCondition.over(when, readings)) {
      case Condition.Outcome.Undecided(String why) ->
          new Verdict.Unverified(UnverifiedReason.TYPE, why);
      case Condition.Outcome.Decided(boolean wanted) when wanted -> there(rule, readings);
      case Condition.Outcome.Decided gone -> {
        NavigableSet<DatasetName> still = those(rule, readings, ComparePresence::isThere);
        still.remove(rule.reference());
        yield still.isEmpty()
            ? NotRead.orConsistent(rule.datasets(), readings)
            : inconsistent(Kind.UNWANTED, still, Optional.of(rule.reference()));
      }
    };
  }

  static boolean isThere(Reading reading) {
    return reading instanceof Image.Present || reading instanceof Image.Several;
  }

  private static Verdict settle(
      Check.Present rule, Readings readings, Kind kind, Predicate<Reading> atFault) {
    NavigableSet<DatasetName> in = those(rule, readings, atFault);
    return in.isEmpty()
        ? NotRead.orConsistent(rule.datasets(), readings)
        : inconsistent(kind, in, Optional.of(rule.reference()));
  }

  private static Verdict inconsistent(
      Kind kind, NavigableSet<DatasetName> in, Optional<DatasetName> against) {
    return new Verdict.Inconsistent(new Finding(kind, List.of(), in, against));
  }

  private static NavigableSet<DatasetName> those(
      Check.Present rule, Readings readings, Predicate<Reading> wanted) {
    NavigableSet<DatasetName> found = new TreeSet<>();
    for (DatasetName dataset : rule.datasets()) {
      if (wanted.test(readings.of(dataset))) {
        found.add(dataset);
      }
    }
    return found;
  }
}
