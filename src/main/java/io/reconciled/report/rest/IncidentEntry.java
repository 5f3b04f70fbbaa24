package io.reconciled.report.rest;

import io.reconciled.discrepancy.Incident;
import io.reconciled.model.EntityRule;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Discrepancies of one rule and direction that began together.
 *
 * @param over when the last of them was closed; left out while any is open
 * @param open how many of them are still confirmed
 * @param ruleRemoved how many of them were closed because their rule was taken out of the rules
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
    long ruleRemoved,
    List<String> examples) {

  static IncidentEntry of(Incident incident, Configuration configuration) {
    Optional<Check> check =
        configuration.rule(new EntityRule(incident.entity(), incident.rule())).map(Rule::check);
    return new IncidentEntry(
        incident.id(),
        incident.entity().value(),
        incident.rule().value(),
        FindingEntry.of(incident.finding(), check),
        incident.began(),
        incident.lastConfirmed(),
        incident.over(),
        incident.discrepancies(),
        incident.open(),
        incident.removed(),
        incident.examples());
  }
}
