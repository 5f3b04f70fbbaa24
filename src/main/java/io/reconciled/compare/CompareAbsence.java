package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.rules.Check;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Whether what is gone from the authority is gone from the others. */
final class CompareAbsence {
  private CompareAbsence() {}

  static Verdict verdict(Check.Absent rule, Readings readings) {
    return switch (readings.of(rule.authority())) {
      case Unread unread -> new Verdict.Unverified(unread.reason(), unread.detail());
      case Image.Absent gone -> goneFromAll(rule, readings);
      case Image there -> NotRead.orConsistent(rule.datasets(), readings);
    };
  }

  private static Verdict goneFromAll(Check.Absent rule, Readings readings) {
    NavigableSet<DatasetName> still = new TreeSet<>();
    for (DatasetName dataset : rule.from()) {
      Reading reading = readings.of(dataset);
      if (ComparePresence.isThere(reading) || reading instanceof Image.Duplicate) {
        still.add(dataset);
      }
    }
    return still.isEmpty()
        ? NotRead.orConsistent(rule.from(), readings)
        : new Verdict.Inconsistent(
            new Finding(Finding.Kind.EXTRA, List.of(), still, Optional.of(rule.authority())));
  }
}
