package io.reconciled.recheck;

import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.rules.Entity;
import io.reconciled.store.AnswerLookups;
import java.util.Map;

/** One key as it is at this moment in all its stores; a glance that leaves no trace. */
public final class LookAtKey {
  private final ReadImages readImages;
  private final AnswerLookups answerLookups;

  public LookAtKey(ReadImages readImages, AnswerLookups answerLookups) {
    this.readImages = readImages;
    this.answerLookups = answerLookups;
  }

  /** What is seen, and what each rule says of it now; in-flight or not it cannot tell. */
  public record Glance(Readings readings, Map<RuleName, Verdict> verdicts) {}

  public Glance glance(Entity entity, SharedKey key) {
    CompareKey compare = new CompareKey(entity);
    Readings alone = readImages.read(entity, key);
    Readings readings = alone.with(answerLookups.answers(compare.lookups(key, alone)));
    return new Glance(readings, compare.verdicts(key, readings));
  }
}
