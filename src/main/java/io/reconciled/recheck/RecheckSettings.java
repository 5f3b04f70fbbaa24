package io.reconciled.recheck;

import io.reconciled.discrepancy.Timing;

/**
 * @param batch how many keys are read in one round trip, at least 1
 * @param unsettledLimit how many suspects are kept in memory; those beyond it wait their turn
 */
public record RecheckSettings(Timing timing, int batch, int unsettledLimit) {
  public static RecheckSettings with(Timing timing) {
    return new RecheckSettings(timing, 2_000, 20_000);
  }
}
