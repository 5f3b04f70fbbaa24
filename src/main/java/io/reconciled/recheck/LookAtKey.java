package io.reconciled.recheck;

import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.rules.Entity;
import java.util.Map;

/** One key as it is at this moment in all its stores; a glance that leaves no trace. */
public final class LookAtKey {
  private final ReadImages readImages;

  public LookAtKey(ReadImages readImages) {
    this.readImages = readImages;
  }

  /** What is seen, and what each rule says of it now; in-flight or not it cannot tell. */
  public record Glance(Readings readings, Map<RuleName, Verdict> verdicts) {}

  public Glance glance(Entity entity, SharedKey key) {
    Readings readings = readImages.read(entity, key);
    return new Glance(readings, new CompareKey(entity).verdicts(readings));
  }
}
