package io.reconciled.recheck;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.due.Due;
import io.reconciled.due.StoreLog;
import io.reconciled.model.StoreName;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Fits;
import io.reconciled.store.Stores;
import java.time.InstantSource;
import java.util.Map;

/**
 * What every entity's rechecks share.
 *
 * @param logs by store, for the stores that are followed
 * @param fits whether datasets are what they were when their changes were last known to be told
 */
public record RecheckParts(
    Stores stores,
    ReadImages readImages,
    AnswerLookups answerLookups,
    Due due,
    Discrepancies discrepancies,
    Map<StoreName, StoreLog> logs,
    LookListener listener,
    InstantSource clock,
    Fits fits) {
  public RecheckParts {
    logs = Map.copyOf(logs);
  }

  /** Over stores whose tables nobody replaces. */
  public RecheckParts(
      Stores stores,
      ReadImages readImages,
      AnswerLookups answerLookups,
      Due due,
      Discrepancies discrepancies,
      Map<StoreName, StoreLog> logs,
      LookListener listener,
      InstantSource clock) {
    this(stores, readImages, answerLookups, due, discrepancies, logs, listener, clock, new Fits());
  }
}
