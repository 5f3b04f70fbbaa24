package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Value;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Mapping;
import io.reconciled.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees what holds beyond doubt, without making anything: the key is in every dataset, and values
 * are the same record after their value maps. That is nearly every key of nearly every sweep.
 * Whatever it does not see to hold is compared at length; so it may say too little, never too much.
 *
 * <p>Equal records are equal whatever a rule normalises or tolerates, with one exception: what is
 * unmapped is not equal to itself.
 */
final class AtAGlance {
  private final List<DatasetName> datasets;
  private final Sameness[] equal;
  private final Set<Rule> covered = new HashSet<>();

  /** One attribute, where it stands, and under which value maps. */
  private static final class Sameness {
    private final String attribute;
    private final int[] datasets;
    private final Map<Value, Value>[] words;

    Sameness(String attribute, int[] datasets, Map<Value, Value>[] words) {
      this.attribute = attribute;
      this.datasets = datasets;
      this.words = words;
    }
  }

  AtAGlance(Entity entity) {
    this.datasets = entity.datasets().stream().map(dataset -> dataset.name()).distinct().toList();
    for (Rule rule : entity.rules()) {
      if (isPlain(rule.check(), entity)) {
        covered.add(rule);
      }
    }
    this.equal =
        covered.stream()
            .map(Rule::check)
            .filter(Check.Equal.class::isInstance)
            .map(Check.Equal.class::cast)
            .flatMap(check ->
                check.attributes().stream().map(name -> sameness(name, check.datasets(), entity)))
            .toArray(Sameness[]::new);
  }

  /** Whether {@link #holds} speaks for this rule. */
  boolean covers(Rule rule) {
    return covered.contains(rule);
  }

  /** Whether every rule that is covered holds beyond doubt. */
  boolean holds(Readings readings) {
    if (covered.isEmpty()) {
      return false;
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    Map<String, Value>[] images = new Map[datasets.size()];
    for (int i = 0; i < images.length; i++) {
      Reading reading = readings.of(datasets.get(i));
      if (!(reading instanceof Image.Present(Map<String, Value> attributes))) {
        return false;
      }
      images[i] = attributes;
    }
    for (Sameness sameness : equal) {
      if (!isSame(sameness, images)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Sameness sameness, Map<String, Value>[] images) {
    Value first = value(sameness, 0, images);
    if (first != null && !Value.isMapped(first)) {
      return false;
    }
    for (int i = 1; i < sameness.datasets.length; i++) {
      if (!Objects.equals(first, value(sameness, i, images))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Value value(Sameness sameness, int at, Map<String, Value>[] images) {
    Value stored = images[sameness.datasets[at]].get(sameness.attribute);
    if (stored == null) {
      return null;
    }
    Value word = sameness.words[at].get(stored);
    return word == null ? stored : word;
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

  private Sameness sameness(String attribute, List<DatasetName> of, Entity entity) {
    int[] places = of.stream().mapToInt(datasets::indexOf).toArray();
    @SuppressWarnings({"unchecked", "rawtypes"})
    Map<Value, Value>[] words = new Map[places.length];
    for (int i = 0; i < words.length; i++) {
      words[i] =
          mapping(of.get(i), entity).values().byAttribute().getOrDefault(attribute, Map.of());
    }
    return new Sameness(attribute, places, words);
  }

  private static Mapping mapping(DatasetName dataset, Entity entity) {
    return Optional.ofNullable(entity.mappings().get(dataset)).orElse(Mapping.NONE);
  }
}
