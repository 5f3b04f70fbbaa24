package io.reconciled.report;

import io.reconciled.due.Due;
import io.reconciled.model.EntityRule;
import io.reconciled.rules.Configuration;
import io.reconciled.sweep.RunSweeps;
import java.time.Instant;
import java.util.Map;

/** The rules by which the daemon runs at this moment. They may be replaced, always as a whole. */
@FunctionalInterface
public interface RulesInForce {
  /** What belongs together; to be asked for anew with each request. */
  Snapshot now();

  /**
   * One set of rules and what runs by it.
   *
   * @param since when each rule came to mean what it means; a rule that is missing always did
   */
  record Snapshot(
      Configuration configuration,
      Map<EntityRule, Instant> since,
      Due due,
      RunSweeps runSweeps,
      RulesState state) {
    public Snapshot {
      since = Map.copyOf(since);
    }
  }
}
