package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a rule or an entity means as one text, by which two of them can be compared over reloads and
 * restarts: equal meanings have equal texts, whatever order or comments a file has. To be compared,
 * never to be read back.
 */
public final class WordMeaning {
  private WordMeaning() {}

  /** What a rule demands, and of what: its check, and the mapping of every dataset it reads. */
  public static String of(Entity entity, Rule rule) {
    List<String> parts = new ArrayList<>();
    parts.add(entity.keyShape().written());
    parts.add(of(rule.check()));
    for (DatasetName dataset : new TreeSet<>(rule.datasets())) {
      parts.addAll(datasets(entity, dataset));
    }
    return String.join("\n", parts);
  }

  /** Everything but its rules. */
  public static String of(Entity entity) {
    List<String> parts = new ArrayList<>();
    parts.add(entity.keyShape().written() + " " + entity.grace() + " " + entity.sweep());
    parts.add("moved " + entity.sweepMoved());
    entity.datasets().stream()
        .map(Dataset::name)
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(dataset -> parts.addAll(datasets(entity, dataset)));
    return String.join("\n", parts);
  }

  private static String of(Check check) {
    return switch (check) {
      case Check.Present(var datasets, var reference, var when) ->
          "present %s %s %s".formatted(datasets, reference, when.map(Condition::source));
      case Check.Equal(var datasets, var attributes, var authority, var normalise, var tolerance) ->
          "equal %s %s %s %s %s"
              .formatted(
                  datasets,
                  attributes,
                  authority,
                  normalise.steps().stream().map(each -> each.name()).toList(),
                  tolerance.stripTrailingZeros().toPlainString());
      case Check.Matches(var condition) -> "matches " + condition.source();
      case Check.Absent absent -> absent.toString();
      case Check.Unique unique -> unique.toString();
      case Check.References references -> references.toString();
      case Check.Count count -> count.toString();
      case Check.Sum sum -> sum.toString();
      case Check.Fresh fresh -> fresh.toString();
    };
  }

  private static List<String> datasets(Entity entity, DatasetName name) {
    Mapping mapping = entity.mappings().getOrDefault(name, Mapping.NONE);
    return entity.datasets().stream()
        .filter(dataset -> dataset.name().equals(name))
        .map(dataset -> of(dataset) + " " + of(mapping))
        .toList();
  }

  private static String of(Dataset dataset) {
    return "%s %s %s %s %s %s %s %s %s"
        .formatted(
            dataset.name(),
            dataset.store(),
            dataset.container(),
            dataset.keyFields(),
            dataset.keyShape().written(),
            new TreeMap<>(dataset.attributes()),
            dataset.where(),
            dataset.severalRows(),
            dataset.view());
  }

  private static String of(Mapping mapping) {
    Map<String, List<String>> conversions = new TreeMap<>();
    mapping
        .conversions()
        .forEach((attribute, list) ->
            conversions.put(attribute, list.stream().map(each -> each.name()).toList()));
    Map<String, Set<String>> values = new TreeMap<>();
    mapping
        .values()
        .byAttribute()
        .forEach((attribute, map) ->
            values.put(
                attribute,
                map.entrySet().stream()
                    .map(word ->
                        word.getKey().getClass().getSimpleName()
                            + " "
                            + word.getKey()
                            + " is "
                            + word.getValue())
                    .collect(Collectors.toCollection(TreeSet::new))));
    Map<String, String> computed = new LinkedHashMap<>();
    mapping.computed().forEach((attribute, made) -> computed.put(attribute, made.source()));
    return "%s %s %s %s".formatted(conversions, values, computed, mapping.gone());
  }
}
