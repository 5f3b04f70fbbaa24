package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static io.reconciled.discrepancy.jooq.generated.Tables.SIGHTING;

import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.Status;
import io.reconciled.discrepancy.jooq.generated.tables.records.DiscrepancyRecord;
import io.reconciled.discrepancy.jooq.generated.tables.records.SightingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;

/** One discrepancy while events are applied to it, and what they add to its history. */
final class OpenDiscrepancy {
  /** The columns of a discrepancy that do not stay as they were when it began. */
  static final List<Field<?>> CHANGING =
      List.of(
          DISCREPANCY.STATUS,
          DISCREPANCY.IS_OPEN,
          DISCREPANCY.KIND,
          DISCREPANCY.FINDING,
          DISCREPANCY.DATASETS,
          DISCREPANCY.LAST_SEEN,
          DISCREPANCY.LAST_FINDING,
          DISCREPANCY.CONFIRMED,
          DISCREPANCY.CLOSED,
          DISCREPANCY.INCIDENT);

  /** All columns of a sighting but its id, which the database gives it. */
  static final List<Field<?>> OF_SIGHTING =
      List.of(
          SIGHTING.DISCREPANCY,
          SIGHTING.SEEN_AT,
          SIGHTING.STATUS,
          SIGHTING.FINDING,
          SIGHTING.IMAGES,
          SIGHTING.OTHERS);

  static final String NOTHING_SEEN = "{}";
  static final String NO_OTHERS = "[]";
  private final DiscrepancyRecord row;
  private final boolean onRecord;
  private final List<SightingRecord> sightings = new ArrayList<>();

  private OpenDiscrepancy(DiscrepancyRecord row, boolean onRecord) {
    this.row = row;
    this.onRecord = onRecord;
  }

  static OpenDiscrepancy onRecord(DiscrepancyRecord row) {
    return new OpenDiscrepancy(row, true);
  }

  /** Suspected since then, and not on record yet. */
  static OpenDiscrepancy begin(Subject subject, Instant since) {
    DiscrepancyRecord row =
        new DiscrepancyRecord()
            .setEntity(subject.entity())
            .setSharedKey(subject.key())
            .setRule(subject.rule())
            .setStatus(Status.SUSPECTED)
            .setIsOpen(true)
            .setSince(since);
    return new OpenDiscrepancy(row, false);
  }

  DiscrepancyRecord row() {
    return row;
  }

  boolean isOnRecord() {
    return onRecord;
  }

  /** What was added to its history; each names this discrepancy once it has its id. */
  List<SightingRecord> sightings() {
    sightings.forEach(sighting -> sighting.setDiscrepancy(row.getId()));
    return sightings;
  }

  boolean is(Status status) {
    return row.getStatus() == status;
  }

  boolean isConfirmedAs(Finding finding) {
    return is(Status.CONFIRMED) && row.getFinding().equals(FindingText.of(finding));
  }

  /** A look tells something new: it is later than the last on record, and its finding differs. */
  boolean isNews(Instant at, Finding finding) {
    return at.isAfter(row.getLastSeen()) && !row.getLastFinding().equals(FindingText.of(finding));
  }

  /** What is confirmed keeps its finding until another is confirmed. */
  void suspect(Instant at, Finding finding, SeenText seen) {
    if (is(Status.SUSPECTED)) {
      take(finding);
    }
    see(at, Status.SUSPECTED, FindingText.of(finding), seen);
  }

  void confirm(Instant at, Finding finding, SeenText seen, long incident) {
    take(finding);
    row.setStatus(Status.CONFIRMED).setConfirmed(at).setIncident(incident);
    see(at, Status.CONFIRMED, FindingText.of(finding), seen);
  }

  /** What was seen when it ended is what should be, so there is no finding and no image of it. */
  void close(Instant at, Status end) {
    row.setStatus(end).setClosed(at).setIsOpen(null).setLastSeen(at);
    sightings.add(
        new SightingRecord()
            .setSeenAt(at)
            .setStatus(end)
            .setImages(NOTHING_SEEN)
            .setOthers(NO_OTHERS));
  }

  private void take(Finding finding) {
    row.setKind(finding.kind())
        .setFinding(FindingText.of(finding))
        .setDatasets(FindingText.datasets(finding));
  }

  private void see(Instant at, Status status, String finding, SeenText seen) {
    row.setLastSeen(at).setLastFinding(finding);
    sightings.add(
        new SightingRecord()
            .setSeenAt(at)
            .setStatus(status)
            .setFinding(finding)
            .setImages(seen.images())
            .setOthers(seen.others()));
  }
}
