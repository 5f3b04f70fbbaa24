package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Equality by meaning. Null equals null only; values of unlike kinds are neither equal nor
 * different, and nor are lists and maps that hold such values at the same place.
 */
enum Sameness {
  SAME,
  DIFFERENT,
  UNLIKE;

  private static final int DEEPEST = 200;

  static Sameness of(Evaluation evaluation, Value left, Value right) {
    return of(evaluation, left, right, 0);
  }

  private static Sameness of(Evaluation evaluation, Value left, Value right, int depth) {
    if (depth > DEEPEST || !evaluation.spend(depth == 0 ? 0 : 1)) {
      return UNLIKE;
    }
    Value a = depth == 0 ? left : Kind.meet(left, "an element");
    Value b = depth == 0 ? right : Kind.meet(right, "an element");
    if (a instanceof Value.Null || b instanceof Value.Null) {
      return nulls(a, b);
    }
    return switch (a) {
      case Value.Array x when b instanceof Value.Array y ->
          lists(evaluation, x.elements(), y.elements(), depth);
      case Value.Document x when b instanceof Value.Document y -> maps(evaluation, x, y, depth);
      case Value.NotFinite x when b instanceof Value.NotFinite y ->
          told(Double.compare(x.number(), y.number()) == 0);
      default -> {
        OptionalInt order = Order.compare(a, b);
        yield order.isEmpty() ? UNLIKE : told(order.getAsInt() == 0);
      }
    };
  }

  private static Sameness nulls(Value left, Value right) {
    return left instanceof Value.Unmapped || right instanceof Value.Unmapped
        ? UNLIKE
        : told(left instanceof Value.Null && right instanceof Value.Null);
  }

  private static Sameness lists(
      Evaluation evaluation, List<Value> left, List<Value> right, int depth) {
    if (left.size() != right.size()) {
      return DIFFERENT;
    }
    Sameness all = SAME;
    Iterator<Value> others = right.iterator();
    for (Value element : left) {
      all = all.and(of(evaluation, element, others.next(), depth + 1));
      if (all == DIFFERENT || evaluation.exhausted()) {
        break;
      }
    }
    return all;
  }

  private static Sameness maps(
      Evaluation evaluation, Value.Document left, Value.Document right, int depth) {
    if (!left.fields().keySet().equals(right.fields().keySet())) {
      return DIFFERENT;
    }
    Sameness all = SAME;
    for (Map.Entry<String, Value> field : left.fields().entrySet()) {
      Value other = right.fields().getOrDefault(field.getKey(), Value.NULL);
      all = all.and(of(evaluation, field.getValue(), other, depth + 1));
      if (all == DIFFERENT || evaluation.exhausted()) {
        break;
      }
    }
    return all;
  }

  /** One difference decides, whatever else is unlike. */
  private Sameness and(Sameness other) {
    return this == DIFFERENT || other == DIFFERENT
        ? DIFFERENT
        : this == UNLIKE || other == UNLIKE ? UNLIKE : SAME;
  }

  private static Sameness told(boolean same) {
    return same ? SAME : DIFFERENT;
  }
}
