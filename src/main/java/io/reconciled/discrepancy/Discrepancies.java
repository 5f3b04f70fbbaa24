package io.reconciled.discrepancy;

import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of all findings, with their history. All methods throw a {@link
 * io.reconciled.model.ReconciledException} where the state database fails.
 *
 * <p>Per key and rule at most one discrepancy is open (suspected or confirmed). Recording the same
 * event twice, as a replay after a crash does, records it once.
 */
public interface Discrepancies {
  /**
   * Records events in order, all in one transaction, durable when it returns. A confirmed event
   * also joins or opens its incident; a resolved one may end it.
   */
  void record(List<LifeEvent> events);

  /** What is open of these keys; keys with nothing open are missing. */
  Map<SharedKey, List<Standing>> standings(EntityName entity, Collection<SharedKey> keys);

  /**
   * Keys with anything open (suspected, confirmed or unverified), each once, in the state
   * database's own order of their text, for looking at them again at start-up and with each sweep.
   *
   * @param after the last key of the page before; empty for the first page
   */
  List<SharedKey> openKeys(EntityName entity, Optional<SharedKey> after, int limit);

  /**
   * Forgets what converged before this time, with its history, so that the record stays bounded.
   * What was ever confirmed is kept.
   */
  void forgetConvergedBefore(Instant time);
}
