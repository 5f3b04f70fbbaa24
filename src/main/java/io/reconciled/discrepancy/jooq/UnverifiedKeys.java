package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.UNVERIFIED_KEY;

import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.jooq.generated.tables.records.UnverifiedKeyRecord;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.WriteRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** What the events of one transaction make unverified, or verified again; the last word counts. */
final class UnverifiedKeys {
  private final Map<Subject, Optional<LifeEvent.Unverified>> words = new HashMap<>();

  void unverified(LifeEvent.Unverified event) {
    words.put(Subject.of(event), Optional.of(event));
  }

  void verified(LifeEvent.Verified event) {
    words.put(Subject.of(event), Optional.empty());
  }

  void write(DSLContext transaction) {
    List<UnverifiedKeyRecord> unverified =
        words.values().stream().flatMap(Optional::stream).map(UnverifiedKeys::row).toList();
    WriteRows<UnverifiedKeyRecord> keys = new WriteRows<>(transaction, UNVERIFIED_KEY);
    keys.delete(words.keySet().stream().map(UnverifiedKeys::named).toList());
    keys.insert(unverified);
  }

  private static UnverifiedKeyRecord row(LifeEvent.Unverified event) {
    return named(Subject.of(event))
        .setReason(event.reason())
        .setDetail(event.detail())
        .setSince(Micros.of(event.at()));
  }

  private static UnverifiedKeyRecord named(Subject subject) {
    return new UnverifiedKeyRecord()
        .setEntity(subject.entity())
        .setRule(subject.rule())
        .setSharedKey(subject.key());
  }
}
