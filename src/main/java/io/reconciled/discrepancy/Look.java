package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import java.time.Instant;
import java.util.Map;

/**
 * One look at one key.
 *
 * @param began when reading began: what was seen is at least this recent
 * @param quietSince the last known move of the key, or when a look at it was asked for
 * @param busy whether the key moves so often that it never rests for its grace window
 * @param verdicts one for every rule of the entity
 * @param reach of the stores that were read
 */
public record Look(
    Instant began,
    Instant quietSince,
    boolean busy,
    Map<RuleName, Verdict> verdicts,
    Readings readings,
    Reach reach) {
  public Look {
    verdicts = Map.copyOf(verdicts);
  }

  /** Whether every rule holds: of a key that nothing is known of, there is nothing to tell. */
  boolean allHold() {
    for (Verdict verdict : verdicts.values()) {
      if (!(verdict instanceof Verdict.Consistent)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a store was out of reach. */
  boolean isPartial() {
    return readings.byDataset().values().stream().anyMatch(Look::isOutOfReach);
  }

  /** Whether the finding rests on a store that was out of reach. */
  boolean couldNotSee(Finding finding) {
    return finding.datasets().stream().map(readings::of).anyMatch(Look::isOutOfReach);
  }

  private static boolean isOutOfReach(Reading reading) {
    return reading instanceof Unread unread && unread.reason() == UnverifiedReason.UNREACHABLE;
  }

  /** Since when the key has not moved although every store that the finding rests on was there. */
  Instant quietSince(Finding finding) {
    return reach.since(finding).filter(quietSince::isBefore).orElse(quietSince);
  }
}
