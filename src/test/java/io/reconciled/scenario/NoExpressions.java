package io.reconciled.scenario;

import io.reconciled.model.DatasetName;
import io.reconciled.rules.Computation;
import io.reconciled.rules.Condition;
import io.reconciled.rules.Expressions;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class NoExpressions implements Expressions {
  @Override
  public Compiled<Condition> condition(String source, Map<DatasetName, Set<String>> attributes) {
    return new Compiled.Refused<>(List.of("no expressions"));
  }

  @Override
  public Compiled<Computation> computation(String source, Set<String> attributes) {
    return new Compiled.Refused<>(List.of("no expressions"));
  }
}
