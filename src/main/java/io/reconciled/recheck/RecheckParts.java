package io.reconciled.recheck;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.due.Due;
import io.reconciled.due.StoreLog;
import io.reconciled.model.StoreName;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Stores;
import java.time.InstantSource;
import java.util.Map;

/**
 * What every entity's rechecks share.
 *
 * @param logs by store, for the stores that are followed
 */
public record RecheckParts(
    Stores stores,
    ReadImages readImages,
    AnswerLookups answerLookups,
    Due due,
    Discrepancies discrepancies,
    Map<StoreName, StoreLog> logs,
    LookListener listener,
    InstantSource clock) {
  public RecheckParts {
    logs = Map.copyOf(logs);
  }
}
