package io.reconciled.discrepancy.jooq;

import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.jooq.generated.tables.records.DiscrepancyRecord;
import io.reconciled.state.jooq.KeyText;

/**
 * What at most one discrepancy is open for: a key under a rule, as columns hold them.
 *
 * @param key as {@link KeyText} stores it
 */
record Subject(String entity, String key, String rule) {
  static Subject of(LifeEvent event) {
    return new Subject(
        event.key().entity().value(),
        KeyText.stored(event.key().key().toString()),
        event.rule().value());
  }

  static Subject of(DiscrepancyRecord row) {
    return new Subject(row.getEntity(), row.getSharedKey(), row.getRule());
  }
}
