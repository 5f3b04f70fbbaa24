package io.reconciled.simulation;

import io.reconciled.capture.Deliveries;
import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.discrepancy.Timing;
import io.reconciled.due.DueTable;
import io.reconciled.store.Store;
import io.reconciled.sweep.SweepLog;
import java.util.function.BooleanSupplier;

/** Where a part of the daemon can be exchanged for one that is wrong. Used for one seed. */
interface Seams {
  /** Everything is as it should be. */
  Seams SOUND = new Seams() {};

  default Store store(Store store) {
    return store;
  }

  default DueTable dueTable(DueTable table) {
    return table;
  }

  default Discrepancies discrepancies(Discrepancies record) {
    return record;
  }

  default SweepLog sweepLog(SweepLog log) {
    return log;
  }

  /**
   * @param looking whether a look is under way
   */
  default Deliveries deliveries(Deliveries deliveries, BooleanSupplier looking) {
    return deliveries;
  }

  default Timing timing(Timing timing) {
    return timing;
  }

  /** Where a capture goes on. */
  default long resume(long acknowledged) {
    return acknowledged;
  }
}
