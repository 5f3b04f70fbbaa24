package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Mapping;
import io.reconciled.rules.Rule;
import io.reconciled.rules.normalise.Pipeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of an entity that hold beyond doubt where every dataset has the key and certain stored
 * values are the same record after their value maps.
 */
final class PlainRules {
  private final List<DatasetName> datasets;
  private final Set<Rule> covered = new HashSet<>();
  private final List<Sameness> equal = new ArrayList<>();
  private final boolean all;

  /**
   * An attribute that has to be the same.
   *
   * @param datasets their places in {@link #datasets}
   * @param words for each of them its value map, empty for none
   * @param exact whether a rule does more with it than compare, so that only equal records are
   *     certainly the same
   */
  record Sameness(
      String attribute, List<Integer> datasets, List<Map<Value, Value>> words, boolean exact) {}

  PlainRules(Entity entity) {
    this.datasets = entity.datasets().stream().map(dataset -> dataset.name()).distinct().toList();
    for (Rule rule : entity.rules()) {
      if (isPlain(rule.check(), entity)) {
        covered.add(rule);
        if (rule.check() instanceof Check.Equal check) {
          check.attributes().forEach(name -> equal.add(sameness(name, check, entity)));
        }
      }
    }
    this.all = covered.size() == entity.rules().size();
  }

  /** The datasets that must have the key. */
  List<DatasetName> datasets() {
    return datasets;
  }

  List<Sameness> equal() {
    return equal;
  }

  boolean covers(Rule rule) {
    return covered.contains(rule);
  }

  boolean coversAll() {
    return all;
  }

  boolean coversNone() {
    return covered.isEmpty();
  }

  private static boolean isPlain(Check check, Entity entity) {
    return switch (check) {
      case Check.Present present ->
          present.when().isEmpty()
              && present.datasets().stream().noneMatch(name -> mayBeGone(name, entity));
      case Check.Equal equal ->
          equal.datasets().stream().noneMatch(name -> isMade(name, equal.attributes(), entity));
      default -> false;
    };
  }

  private static boolean mayBeGone(DatasetName dataset, Entity entity) {
    return mapping(dataset, entity).gone().isPresent();
  }

  private static boolean isMade(DatasetName dataset, List<String> attributes, Entity entity) {
    Mapping mapping = mapping(dataset, entity);
    return mayBeGone(dataset, entity)
        || attributes.stream()
            .anyMatch(attribute ->
                mapping.conversions().containsKey(attribute)
                    || mapping.computed().containsKey(attribute));
  }

  private Sameness sameness(String attribute, Check.Equal check, Entity entity) {
    List<Map<Value, Value>> words =
        check.datasets().stream()
            .map(name ->
                mapping(name, entity).values().byAttribute().getOrDefault(attribute, Map.of()))
            .toList();
    return new Sameness(
        attribute,
        check.datasets().stream().map(datasets::indexOf).toList(),
        words,
        !check.normalise().equals(Pipeline.EMPTY));
  }

  private static Mapping mapping(DatasetName dataset, Entity entity) {
    return Optional.ofNullable(entity.mappings().get(dataset)).orElse(Mapping.NONE);
  }
}
