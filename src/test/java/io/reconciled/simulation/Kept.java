package io.reconciled.simulation;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.discrepancy.InMemoryDiscrepancies;
import io.reconciled.due.DueTable;
import io.reconciled.due.InMemoryDueTable;
import io.reconciled.sweep.InMemorySweepLog;
import io.reconciled.sweep.SweepLog;
import io.reconciled.sweep.segment.SegmentLog;
import io.reconciled.sweep.segment.SegmentsInMemory;

/** What the daemon has on record, as it is after a crash. */
record Kept(
    DueTable dueTable, Discrepancies discrepancies, SweepLog sweepLog, SegmentLog segmentLog) {

  /** Nothing yet, in memory: in a state database, a run takes ten times as long. */
  static Kept inMemory() {
    return with(new InMemoryDiscrepancies());
  }

  static Kept with(Discrepancies discrepancies) {
    return new Kept(
        new InMemoryDueTable(), discrepancies, new InMemorySweepLog(), new SegmentsInMemory());
  }
}
