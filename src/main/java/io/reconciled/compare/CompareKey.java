package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.model.RuleName;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.rules.ValueMaps;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares the readings of one key under all rules of its entity. */
public final class CompareKey {
  private static final Unread NOT_ASKED =
      new Unread(UnverifiedReason.UNREACHABLE, "the dataset was not read");
  private final Entity entity;

  public CompareKey(Entity entity) {
    this.entity = entity;
  }

  /**
   * @param readings by dataset; one that is missing counts as not read, never as absent
   * @return a verdict per rule, in the order of the rules
   */
  public Map<RuleName, Verdict> verdicts(Map<DatasetName, ? extends Reading> readings) {
    Map<DatasetName, Reading> canonical = new HashMap<>();
    for (var dataset : entity.datasets()) {
      Reading reading = readings.get(dataset.name());
      canonical.put(
          dataset.name(), reading == null ? NOT_ASKED : canonical(dataset.name(), reading));
    }
    Map<RuleName, Verdict> verdicts = new LinkedHashMap<>();
    for (Rule rule : entity.rules()) {
      verdicts.put(rule.name(), verdict(rule, canonical));
    }
    return verdicts;
  }

  private static Verdict verdict(Rule rule, Map<DatasetName, Reading> readings) {
    return switch (rule) {
      case Rule.Present present -> ComparePresence.verdict(present, readings);
      case Rule.Equal equal -> CompareValues.verdict(equal, readings);
    };
  }

  private Reading canonical(DatasetName dataset, Reading reading) {
    ValueMaps maps = entity.valueMaps().getOrDefault(dataset, ValueMaps.NONE);
    if (!(reading instanceof Image.Present present) || maps.byAttribute().isEmpty()) {
      return reading;
    }
    Map<String, Value> mapped = new HashMap<>(present.attributes());
    mapped.replaceAll(maps::canonical);
    return new Image.Present(mapped);
  }
}
