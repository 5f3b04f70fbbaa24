package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import java.util.Collection;

/** Keeps a rule that found nothing wrong from being called consistent when it did not see all. */
final class NotRead {
  private NotRead() {}

  static Verdict orConsistent(Collection<DatasetName> datasets, Readings readings) {
    for (DatasetName dataset : datasets) {
      switch (readings.of(dataset)) {
        case Unread(UnverifiedReason reason, String detail) -> {
          return new Verdict.Unverified(reason, detail);
        }
        case Image.Duplicate(int rows) -> {
          return new Verdict.Unverified(
              UnverifiedReason.DUPLICATE, dataset + ": several rows carry the key");
        }
        case Image.Present present -> {}
        case Image.Several several -> {}
        case Image.Absent absent -> {}
      }
    }
    return Verdict.CONSISTENT;
  }
}
