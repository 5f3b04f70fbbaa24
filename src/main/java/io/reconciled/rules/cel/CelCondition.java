package io.reconciled.rules.cel;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import io.reconciled.rules.Condition;
import java.util.List;
import java.util.Map;

/** A condition in CEL. */
record CelCondition(String source, Program program) implements Condition {

  @Override
  public List<DatasetName> datasets() {
    return program.datasets();
  }

  @Override
  public Outcome over(Map<DatasetName, Map<String, Value>> images) {
    return switch (program.over(images)) {
      case Value.Bool bool -> new Outcome.Decided(bool.truth());
      case Value.Unmapped undecided -> new Outcome.Undecided(undecided.type());
      case Value other ->
          new Outcome.Undecided(
              program.root().name().orElse("the expression")
                  + " is of the kind "
                  + Kind.of(other)
                  + ", neither true nor false");
    };
  }
}
