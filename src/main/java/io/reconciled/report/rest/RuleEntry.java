package io.reconciled.report.rest;

import io.reconciled.model.DatasetName;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A rule as it is configured.
 *
 * @param check {@code present} or {@code equal}
 * @param attributes that must be equal; empty for rules about rows
 * @param against the dataset that decides
 */
public record RuleEntry(
    String entity,
    String rule,
    String check,
    List<String> datasets,
    List<String> attributes,
    Optional<String> against) {

  static RuleEntry of(Entity entity, Rule rule) {
    List<String> datasets = rule.datasets().stream().map(DatasetName::value).toList();
    String of = entity.name().value();
    String name = rule.name().value();
    return switch (rule) {
      case Rule.Present present ->
          new RuleEntry(
              of, name, "present", datasets, List.of(), Optional.of(present.reference().value()));
      case Rule.Equal equal ->
          new RuleEntry(
              of,
              name,
              "equal",
              datasets,
              equal.attributes(),
              equal.authority().map(DatasetName::value));
    };
  }
}
