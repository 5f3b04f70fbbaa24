package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.rules.Rule;

/** Keeps a rule that found nothing wrong from being called consistent when it did not see all. */
final class NotRead {
  private NotRead() {}

  static Verdict orConsistent(Rule rule, Readings readings) {
    for (DatasetName dataset : rule.datasets()) {
      switch (readings.of(dataset)) {
        case Unread(UnverifiedReason reason, String detail) -> {
          return new Verdict.Unverified(reason, detail);
        }
        case Image.Duplicate(int rows) -> {
          return new Verdict.Unverified(
              UnverifiedReason.DUPLICATE, dataset + ": several rows carry the key");
        }
        case Image.Present present -> {}
        case Image.Absent absent -> {}
      }
    }
    return Verdict.CONSISTENT;
  }
}
