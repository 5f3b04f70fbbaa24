package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.Value;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.rules.ValueMaps;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Compares the readings of one key under all rules of its entity. */
public final class CompareKey {
  private final List<Rule> rules;
  private final Map<DatasetName, UnaryOperator<Image.Present>> canonical = new HashMap<>();

  public CompareKey(Entity entity) {
    this.rules = entity.rules();
    entity
        .valueMaps()
        .forEach((dataset, maps) -> canonical.put(dataset, image -> canonical(maps, image)));
  }

  /** A verdict per rule, in the order of the rules. */
  public Map<RuleName, Verdict> verdicts(Readings readings) {
    Readings mapped = readings.mapped(canonical);
    Map<RuleName, Verdict> verdicts = new LinkedHashMap<>();
    for (Rule rule : rules) {
      verdicts.put(rule.name(), verdict(rule, mapped));
    }
    return verdicts;
  }

  private static Verdict verdict(Rule rule, Readings readings) {
    return switch (rule) {
      case Rule.Present present -> ComparePresence.verdict(present, readings);
      case Rule.Equal equal -> CompareValues.verdict(equal, readings);
    };
  }

  private static Image.Present canonical(ValueMaps maps, Image.Present image) {
    Map<String, Value> mapped = new HashMap<>(image.attributes());
    mapped.replaceAll(maps::canonical);
    return new Image.Present(mapped);
  }
}
