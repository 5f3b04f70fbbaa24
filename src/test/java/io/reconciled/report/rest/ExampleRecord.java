package io.reconciled.report.rest;

import io.reconciled.alert.Example;
import io.reconciled.alert.IncidentsInMemory;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.Status;
import io.reconciled.report.RecordInMemory;
import io.reconciled.report.SubscriberExample;
import io.reconciled.sweep.InMemorySweepLog;

/** What is on record of the subscribers of the example. */
final class ExampleRecord {
  private ExampleRecord() {}

  /** Six are confirmed, one of them by the rule of presence; one is suspected, one converged. */
  static RecordInMemory discrepancies() {
    RecordInMemory record = new RecordInMemory();
    for (long id = 1; id <= 5; id++) {
      record.put(differs(id, Status.CONFIRMED));
    }
    record.put(differs(6, Status.SUSPECTED));
    record.put(differs(7, Status.CONVERGED));
    record.put(
        SubscriberExample.discrepancy(
            8,
            SubscriberExample.PRESENT,
            "{8} & <i>",
            Status.CONFIRMED,
            SubscriberExample.missingInProfiles()));
    return record;
  }

  private static Discrepancy differs(long id, Status status) {
    return SubscriberExample.discrepancy(
        id,
        SubscriberExample.STATUS,
        Long.toString(id),
        status,
        SubscriberExample.statusDiffersInBilling());
  }

  /** One is open. */
  static IncidentsInMemory incidents() {
    IncidentsInMemory incidents = new IncidentsInMemory();
    incidents.put(Example.open(4));
    return incidents;
  }

  /** One is complete. */
  static InMemorySweepLog sweeps() {
    InMemorySweepLog sweeps = new InMemorySweepLog();
    sweeps.update(SubscriberExample.completeSweep(1));
    return sweeps;
  }
}
