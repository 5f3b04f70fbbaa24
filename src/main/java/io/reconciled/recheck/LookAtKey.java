package io.reconciled.recheck;

import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Reading;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.rules.Entity;
import java.util.List;
import java.util.Map;

/** One key as it is at this moment in all its stores; a glance that leaves no trace. */
public final class LookAtKey {
  private final ReadImages readImages;

  public LookAtKey(ReadImages readImages) {
    this.readImages = readImages;
  }

  /** What is seen, and what each rule says of it now; in-flight or not it cannot tell. */
  public record Glance(Map<DatasetName, Reading> readings, Map<RuleName, Verdict> verdicts) {}

  public Glance glance(Entity entity, SharedKey key) {
    Map<DatasetName, Reading> readings = readImages.read(entity, List.of(key)).get(key);
    return new Glance(readings, new CompareKey(entity).verdicts(readings));
  }
}
