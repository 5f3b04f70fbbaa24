package io.reconciled.rules.cel;

import io.reconciled.model.Value;

/**
 * Whether a value is small enough to be handed out. A list that holds one list twice, and so on, is
 * small in memory and endless to whoever goes through it.
 */
final class Measure {
  private static final int DEEPEST = 200;

  private Measure() {}

  static boolean fits(Evaluation evaluation, Value value) {
    return fits(evaluation, value, 0);
  }

  private static boolean fits(Evaluation evaluation, Value value, int depth) {
    return switch (value) {
      case Value.Array array ->
          depth < DEEPEST
              && evaluation.spend(array.elements().size())
              && array.elements().stream().allMatch(one -> fits(evaluation, one, depth + 1));
      case Value.Document document ->
          depth < DEEPEST
              && evaluation.spend(document.fields().size())
              && document.fields().values().stream()
                  .allMatch(one -> fits(evaluation, one, depth + 1));
      default -> true;
    };
  }
}
