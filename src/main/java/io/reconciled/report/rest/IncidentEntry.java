package io.reconciled.report.rest;

import io.reconciled.discrepancy.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Discrepancies of one rule and direction that began together.
 *
 * @param over when the last of them was closed; left out while any is open
 * @param open how many of them are still confirmed
 * @param examples the keys of the first few
 */
public record IncidentEntry(
    long id,
    String entity,
    String rule,
    FindingEntry finding,
    Instant began,
    Instant lastConfirmed,
    Optional<Instant> over,
    long discrepancies,
    long open,
    List<String> examples) {

  static IncidentEntry of(Incident incident) {
    return new IncidentEntry(
        incident.id(),
        incident.entity().value(),
        incident.rule().value(),
        FindingEntry.of(incident.finding()),
        incident.began(),
        incident.lastConfirmed(),
        incident.over(),
        incident.discrepancies(),
        incident.open(),
        incident.examples());
  }
}
