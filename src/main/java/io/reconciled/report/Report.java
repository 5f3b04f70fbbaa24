package io.reconciled.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reconciliation report.
 *
 * @param verdict over all rules that are no shadows
 * @param summary the verdict in a sentence
 */
public record Report(
    Instant generatedAt,
    Outcome verdict,
    String summary,
    RulesState rules,
    List<EntityReport> entities,
    List<StoreState> stores) {
  public Report {
    entities = List.copyOf(entities);
    stores = List.copyOf(stores);
  }

  static Report of(
      Instant at, RulesState state, List<EntityReport> entities, List<StoreState> stores) {
    List<RuleReport> rules = deciding(entities).toList();
    return new Report(at, Outcome.of(rules), Summary.of(rules), state, entities, stores);
  }

  /** Every rule that the verdict is about: all but the shadows. */
  public Stream<RuleReport> decidingRules() {
    return deciding(entities);
  }

  private static Stream<RuleReport> deciding(List<EntityReport> entities) {
    return entities.stream()
        .flatMap(entity -> entity.rules().stream())
        .filter(rule -> !rule.shadow());
  }

  /** Every rule of every entity. */
  public Stream<RuleReport> allRules() {
    return entities.stream().flatMap(entity -> entity.rules().stream());
  }
}
