package io.reconciled.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reconciliation report.
 *
 * @param summary the verdict in a sentence
 */
public record Report(
    Instant generatedAt,
    Outcome verdict,
    String summary,
    List<EntityReport> entities,
    List<StoreState> stores) {
  public Report {
    entities = List.copyOf(entities);
    stores = List.copyOf(stores);
  }

  static Report of(Instant at, List<EntityReport> entities, List<StoreState> stores) {
    List<RuleReport> rules = entities.stream().flatMap(entity -> entity.rules().stream()).toList();
    return new Report(at, Outcome.of(rules), Summary.of(rules), entities, stores);
  }

  /** Every rule of every entity. */
  public Stream<RuleReport> allRules() {
    return entities.stream().flatMap(entity -> entity.rules().stream());
  }
}
