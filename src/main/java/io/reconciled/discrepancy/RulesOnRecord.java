package io.reconciled.discrepancy;

import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Which rules the record speaks of. A rule is known by its entity and its name; what it means may
 * change, and what is open under it then stays open until it is looked at again.
 */
public interface RulesOnRecord {
  /**
   * Brings the record into line with the rules that are in force from now on, durably and as a
   * whole. Discrepancies that are open under any other rule are closed as {@link
   * Status#RULE_REMOVED}, their incidents end, and what was unverified under it is forgotten.
   *
   * <p>To be called while nothing is looked at. Throws a {@link
   * io.reconciled.model.ReconciledException} where the state database fails.
   *
   * @param meanings of every rule in force: equal texts for equal meanings
   */
  InLine bringIntoLine(Map<EntityRule, String> meanings, Instant at);

  /**
   * Forgets what the rules of these entities meant, durably: at the next {@link #bringIntoLine}
   * they count as new. What is open under them stays open.
   */
  void forget(Collection<EntityName> entities);

  /**
   * @param since when each rule in force came to mean what it means
   * @param closed how many discrepancies were closed
   */
  record InLine(Map<EntityRule, Instant> since, long closed) {
    public InLine {
      since = Map.copyOf(since);
    }
  }
}
