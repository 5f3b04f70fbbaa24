package io.reconciled.rules;

import io.reconciled.model.DatasetName;
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
