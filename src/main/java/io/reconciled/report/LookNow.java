package io.reconciled.report;

import io.reconciled.compare.Verdict;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.rules.Entity;
import java.util.Map;

/** Looks at one key in all its stores at this moment, and leaves no trace. */
public interface LookNow {
  /** What is seen; a store that fails is an unread reading, not an error. */
  Glance at(Entity entity, SharedKey key);

  /**
   * @param verdicts what each rule says of it now; it cannot tell what is still in flight
   */
  record Glance(Readings readings, Map<RuleName, Verdict> verdicts) {
    public Glance {
      verdicts = Map.copyOf(verdicts);
    }
  }
}
