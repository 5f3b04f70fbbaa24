package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import io.reconciled.rules.Computation;
import java.util.Map;

/** A computed attribute in CEL. */
record CelComputation(String source, Program program) implements Computation {

  @Override
  public Value over(Map<String, Value> attributes) {
    return program.over(Map.of(Scope.OfAttributes.DATASET, attributes));
  }
}
