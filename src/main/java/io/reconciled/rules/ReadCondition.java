package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import io.reconciled.rules.Expressions.Compiled;
import java.util.List;
import java.util.Optional;

/** Reads an expression, and complains of all that it has wrong. */
final class ReadCondition {
  private static final String FIX = "write a condition such as billing.credit >= crm.minimum";

  private ReadCondition() {}

  static Optional<Condition> of(Part part, KnownDatasets known) {
    Optional<Condition> condition =
        part.text()
            .flatMap(text ->
                sound(known.expressions().condition(text, known.attributesByDataset()), part, FIX));
    condition.ifPresent(read -> known.needOneRow(read.datasets(), part));
    return condition;
  }

  /** A condition that may read nothing but one dataset. */
  static Optional<Condition> over(DatasetName only, Part part, KnownDatasets known) {
    return of(part, known)
        .filter(condition -> {
          List<DatasetName> others =
              condition.datasets().stream().filter(read -> !read.equals(only)).toList();
          others.forEach(other ->
              part.complain(
                  "reads " + other + ", but only " + only + " decides here",
                  "speak of " + only + " alone"));
          return others.isEmpty();
        });
  }

  static <T> Optional<T> sound(Compiled<T> compiled, Part part, String fix) {
    return switch (compiled) {
      case Compiled.Sound<T>(T expression) -> Optional.of(expression);
      case Compiled.Refused<T>(List<String> objections) -> {
        objections.forEach(objection -> part.complain(objection, fix));
        yield Optional.empty();
      }
    };
  }
}
