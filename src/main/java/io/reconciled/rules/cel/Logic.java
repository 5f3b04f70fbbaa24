package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.util.List;

/** The operators that need not evaluate all that they are given. */
final class Logic {
  private static final Value TRUE = new Value.Bool(true);

  private Logic() {}

  /**
   * And, or. A side that decides alone decides even where the other has no value.
   *
   * @param decisive false for and, true for or
   */
  static Node either(String label, boolean decisive, Node left, Node right) {
    return evaluation -> {
      Value first = truth(label, left, evaluation);
      if (first instanceof Value.Bool bool && bool.truth() == decisive) {
        return first;
      }
      Value second = truth(label, right, evaluation);
      boolean decides = second instanceof Value.Bool bool && bool.truth() == decisive;
      return decides || first instanceof Value.Bool ? second : first;
    };
  }

  static Node condition(String label, Node condition, Node then, Node otherwise) {
    return evaluation ->
        switch (truth(label, condition, evaluation)) {
          case Value.Bool bool -> (bool.truth() ? then : otherwise).over(evaluation);
          case Value undecided -> undecided;
        };
  }

  /** Whether a loop over elements may still change what it came to. */
  static Node notStrictlyFalse(Node node) {
    return evaluation -> node.over(evaluation) instanceof Value.Bool bool ? bool : TRUE;
  }

  private static Value truth(String label, Node node, Evaluation evaluation) {
    Value value = node.over(evaluation);
    return value instanceof Value.Bool || value instanceof Value.Unmapped
        ? value
        : new Call(label, (ignored, arguments) -> Body.MISFIT, List.of(node)).over(evaluation);
  }
}
