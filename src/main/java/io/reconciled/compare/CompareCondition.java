package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Check;
import io.reconciled.rules.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a condition over the images of a key is true. */
final class CompareCondition {
  private CompareCondition() {}

  /** Where a dataset that the condition reads lacks the key, the rule has nothing to say. */
  static Verdict verdict(Check.Matches rule, Readings readings) {
    for (DatasetName dataset : rule.datasets()) {
      if (!(readings.of(dataset) instanceof Image.Present)) {
        return NotRead.orConsistent(rule.datasets(), readings);
      }
    }
    return switch (over(rule.condition(), readings)) {
      case Condition.Outcome.Undecided(String why) ->
          new Verdict.Unverified(UnverifiedReason.TYPE, why);
      case Condition.Outcome.Decided(boolean truth) when truth -> Verdict.CONSISTENT;
      case Condition.Outcome.Decided broken ->
          new Verdict.Inconsistent(
              new Finding(
                  Finding.Kind.VIOLATED,
                  List.of(),
                  new TreeSet<>(rule.datasets()),
                  Optional.empty()));
    };
  }

  static Condition.Outcome over(Condition condition, Readings readings) {
    Map<DatasetName, Map<String, Value>> images = new HashMap<>();
    for (DatasetName dataset : condition.datasets()) {
      if (readings.of(dataset) instanceof Image.Present(Map<String, Value> attributes)) {
        images.put(dataset, attributes);
      } else {
        return new Condition.Outcome.Undecided(
            "'%s' reads %s, which has no single row of the key"
                .formatted(condition.source(), dataset));
      }
    }
    return condition.over(images);
  }
}
