package io.reconciled.sweep.digest;

import io.reconciled.model.Dataset;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.rules.normalise.Pipeline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of an entity, as far as equal rows in all its datasets are enough for each to hold. */
final class DigestedRules {
  private final Entity entity;

  DigestedRules(Entity entity) {
    this.entity = entity;
  }

  /** Why equal rows are not enough, or are not to be expected. */
  Optional<String> objection() {
    return entity.rules().stream()
        .flatMap(rule ->
            objection(rule.check())
                .map(why -> "the rule '%s' %s".formatted(rule.name(), why))
                .stream())
        .findFirst();
  }

  /** What the rules compare, in its natural order. */
  List<String> attributes() {
    return entity.rules().stream()
        .map(Rule::check)
        .filter(Check.Equal.class::isInstance)
        .flatMap(check -> ((Check.Equal) check).attributes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<String> objection(Check check) {
    return switch (check) {
      case Check.Present present ->
          present.when().map(condition -> "depends on a condition over rows");
      case Check.Equal equal -> objection(equal);
      default -> Optional.of("needs rows, not only whether they are equal");
    };
  }

  private Optional<String> objection(Check.Equal equal) {
    if (!equal.normalise().equals(Pipeline.EMPTY)) {
      return Optional.of("normalises what it compares");
    }
    if (equal.tolerance().signum() != 0) {
      return Optional.of("tolerates small differences");
    }
    Set<?> compared = new HashSet<>(equal.datasets());
    for (Dataset dataset : entity.datasets()) {
      if (!compared.contains(dataset.name())) {
        return Optional.of("leaves out " + dataset.name());
      }
      if (!dataset.attributes().keySet().containsAll(equal.attributes())) {
        return Optional.of("compares what %s does not store".formatted(dataset.name()));
      }
    }
    return Optional.empty();
  }
}
