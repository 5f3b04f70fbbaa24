package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Sequences.DISCREPANCY_ID;
import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static io.reconciled.discrepancy.jooq.generated.Tables.SIGHTING;

import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.Status;
import io.reconciled.discrepancy.jooq.generated.tables.records.DiscrepancyRecord;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.WriteRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Records a list of events in one transaction: loads what they speak of, applies them in memory,
 * and writes what came of it, in a number of statements that does not grow with the number of
 * events.
 */
final class RecordEvents {
  private final DSLContext transaction;
  private final Masking masking;
  private final OnRecord onRecord;
  private final OpenIncidents incidents;
  private final UnverifiedKeys unverified = new UnverifiedKeys();
  private final Map<Subject, OpenDiscrepancy> open = new HashMap<>();
  private final List<OpenDiscrepancy> touched = new ArrayList<>();

  private RecordEvents(DSLContext transaction, Masking masking, OnRecord onRecord) {
    this.transaction = transaction;
    this.masking = masking;
    this.onRecord = onRecord;
    this.incidents = new OpenIncidents(transaction);
    for (DiscrepancyRecord row : onRecord.open()) {
      OpenDiscrepancy discrepancy = OpenDiscrepancy.onRecord(row);
      open.put(Subject.of(row), discrepancy);
      touched.add(discrepancy);
    }
  }

  static void inTransaction(DSLContext transaction, Masking masking, List<LifeEvent> events) {
    List<LifeEvent> ofDiscrepancies =
        events.stream().filter(RecordEvents::isOfDiscrepancy).toList();
    RecordEvents recording =
        new RecordEvents(transaction, masking, OnRecord.of(ofDiscrepancies, transaction));
    events.forEach(recording::apply);
    recording.write();
  }

  private static boolean isOfDiscrepancy(LifeEvent event) {
    return switch (event) {
      case LifeEvent.Unverified unverified -> false;
      case LifeEvent.Verified verified -> false;
      case LifeEvent.Suspected suspected -> true;
      case LifeEvent.Confirmed confirmed -> true;
      case LifeEvent.Converged converged -> true;
      case LifeEvent.Resolved resolved -> true;
    };
  }

  private void apply(LifeEvent event) {
    Subject subject = Subject.of(event);
    Instant at = Micros.of(event.at());
    switch (event) {
      case LifeEvent.Suspected suspected when !onRecord.has(subject, Status.SUSPECTED, at) ->
          suspect(subject, suspected, at);
      case LifeEvent.Confirmed confirmed when !onRecord.has(subject, Status.CONFIRMED, at) ->
          confirm(subject, confirmed, at);
      case LifeEvent.Resolved resolved when !onRecord.has(subject, Status.RESOLVED, at) ->
          close(subject, Status.CONFIRMED, at, Status.RESOLVED);
      case LifeEvent.Converged converged when !onRecord.has(subject, Status.CONVERGED, at) ->
          close(subject, Status.SUSPECTED, at, Status.CONVERGED);
      case LifeEvent.Unverified couldNotTell -> unverified.unverified(couldNotTell);
      case LifeEvent.Verified canTell -> unverified.verified(canTell);
      case LifeEvent replayed -> {}
    }
  }

  private void suspect(Subject subject, LifeEvent.Suspected event, Instant at) {
    OpenDiscrepancy before = open.get(subject);
    if (before == null || before.isNews(at, event.finding())) {
      OpenDiscrepancy discrepancy = before == null ? begin(subject, event.since()) : before;
      discrepancy.suspect(
          at, event.finding(), SeenText.of(event.finding(), event.images(), masking));
    }
  }

  private void confirm(Subject subject, LifeEvent.Confirmed event, Instant at) {
    OpenDiscrepancy before = open.get(subject);
    if (before != null && before.isConfirmedAs(event.finding())) {
      return;
    }
    close(subject, Status.CONFIRMED, at, Status.RESOLVED);
    OpenDiscrepancy discrepancy =
        open.containsKey(subject) ? open.get(subject) : begin(subject, event.since());
    long incident = incidents.join(subject, event.finding(), Micros.of(event.since()), at);
    discrepancy.confirm(
        at, event.finding(), SeenText.of(event.finding(), event.images(), masking), incident);
  }

  private OpenDiscrepancy begin(Subject subject, Instant since) {
    OpenDiscrepancy discrepancy = OpenDiscrepancy.begin(subject, Micros.of(since));
    open.put(subject, discrepancy);
    touched.add(discrepancy);
    return discrepancy;
  }

  /** Closes what is open with the one status; leaves alone what is open with another. */
  private void close(Subject subject, Status from, Instant at, Status end) {
    OpenDiscrepancy discrepancy = open.get(subject);
    if (discrepancy != null && discrepancy.is(from)) {
      discrepancy.close(at, end);
      open.remove(subject);
      incidents.leave(Optional.ofNullable(discrepancy.row().getIncident()), at);
    }
  }

  /** Updates come before inserts: what they close makes room for what is open now. */
  private void write() {
    incidents.write();
    WriteRows<DiscrepancyRecord> discrepancies = new WriteRows<>(transaction, DISCREPANCY);
    discrepancies.update(rows(true), OpenDiscrepancy.CHANGING);
    List<DiscrepancyRecord> begun = rows(false);
    Iterator<Long> ids = transaction.nextvals(DISCREPANCY_ID, begun.size()).iterator();
    begun.forEach(row -> row.setId(ids.next()));
    discrepancies.insert(begun);
    new WriteRows<>(transaction, SIGHTING)
        .insert(
            touched.stream().flatMap(discrepancy -> discrepancy.sightings().stream()).toList(),
            OpenDiscrepancy.OF_SIGHTING);
    unverified.write(transaction);
    incidents.endWhatIsOver();
  }

  private List<DiscrepancyRecord> rows(boolean onRecord) {
    return touched.stream()
        .filter(discrepancy -> discrepancy.isOnRecord() == onRecord)
        .map(OpenDiscrepancy::row)
        .filter(DiscrepancyRecord::modified)
        .toList();
  }
}
