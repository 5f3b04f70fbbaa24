package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the elements of a list, or the keys of a map, as {@code all} and {@code map} do.
 *
 * @param element the variable that holds each
 * @param result the variable that holds what it came to so far
 * @param weight steps that one round costs, beside what its parts take
 */
record Loop(Node range, int element, int result, Node initial, Node goesOn, Turn turn, int weight) {

  /** What is done with each element. */
  sealed interface Turn {
    /** The result becomes another. */
    record Change(Node step) implements Turn {}

    /** The element adds to a list. */
    record Add(Optional<Node> condition, Node added) implements Turn {}
  }

  Node then(Node last) {
    return evaluation -> {
      Value all = range.over(evaluation);
      Value came =
          switch (all) {
            case Value.Array list -> each(evaluation, list.elements());
            case Value.Document map ->
                evaluation.spend(map.fields().size())
                    ? each(evaluation, map.fields().keySet().stream().map(Value::text).toList())
                    : Evaluation.TOO_MUCH;
            case Value.Unmapped unmapped -> unmapped;
            case Value other ->
                new Value.Unmapped(
                    range.name().map(name -> name + ", a ").orElse("a ")
                        + Kind.of(other)
                        + ", has no elements to go through");
          };
      evaluation.set(result, came);
      return all instanceof Value.Unmapped ? all : last.over(evaluation);
    };
  }

  private Value each(Evaluation evaluation, List<Value> elements) {
    return switch (turn) {
      case Turn.Change change -> fold(evaluation, elements, change.step());
      case Turn.Add add -> collect(evaluation, elements, add);
    };
  }

  private Value fold(Evaluation evaluation, List<Value> elements, Node step) {
    Value soFar = initial.over(evaluation);
    for (Value value : elements) {
      if (!evaluation.spend(weight)) {
        return Evaluation.TOO_MUCH;
      }
      evaluation.set(element, Kind.meet(value, "an element"));
      evaluation.set(result, soFar);
      if (goesOn.over(evaluation) instanceof Value.Bool bool && !bool.truth()) {
        break;
      }
      soFar = step.over(evaluation);
    }
    return soFar;
  }

  private Value collect(Evaluation evaluation, List<Value> elements, Turn.Add add) {
    List<Value> collected = new ArrayList<>();
    for (Value value : elements) {
      if (!evaluation.spend(weight)) {
        return Evaluation.TOO_MUCH;
      }
      evaluation.set(element, Kind.meet(value, "an element"));
      Value wanted = add.condition().map(node -> node.over(evaluation)).orElse(WANTED);
      if (!(wanted instanceof Value.Bool bool)) {
        return wanted instanceof Value.Unmapped ? wanted : NOT_BOOLEAN;
      }
      if (bool.truth()) {
        Value added = add.added().over(evaluation);
        if (added instanceof Value.Unmapped) {
          return added;
        }
        collected.add(added);
      }
    }
    return new Value.Array(collected);
  }

  private static final Value WANTED = new Value.Bool(true);
  private static final Value NOT_BOOLEAN =
      new Value.Unmapped("a condition on the elements of a list is neither true nor false");
}
