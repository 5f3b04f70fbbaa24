package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calls a function or operator with all its arguments.
 *
 * @param label what messages call it, with its place
 */
record Call(String label, Body body, List<Node> arguments) implements Node {
  private static final int UNITS_PER_STEP = 32;
  private static final int DIGITS_PER_STEP = 64;

  /** Longer numbers are compared, which takes linear time, but not multiplied. */
  private static final int MOST_PER_DIGITS = 16;

  @Override
  public Value over(Evaluation evaluation) {
    Value[] values = new Value[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      Value value = arguments.get(i).over(evaluation);
      if (value instanceof Value.Unmapped) {
        return value;
      }
      if (!evaluation.spend(weight(value))) {
        return Evaluation.TOO_MUCH;
      }
      values[i] = value;
    }
    Value result = body.apply(evaluation, values);
    return Body.MISFIT.equals(result) ? misfit(values) : result;
  }

  /** Steps for what grows with the size of a value, as comparing two of them does. */
  private static long weight(Value value) {
    return switch (value) {
      case Value.Text text -> text.text().length() / UNITS_PER_STEP;
      case Value.Bytes bytes -> bytes.hex().length() / UNITS_PER_STEP;
      case Value.Decimal decimal -> {
        long digits = (decimal.number().precision() + DIGITS_PER_STEP - 1L) / DIGITS_PER_STEP;
        yield digits * Math.min(digits, MOST_PER_DIGITS);
      }
      default -> 0;
    };
  }

  private Value misfit(Value[] values) {
    String given =
        IntStream.range(0, values.length)
            .mapToObj(i -> told(arguments.get(i), values[i]))
            .collect(Collectors.joining(" and "));
    return new Value.Unmapped(label + " does not take " + given);
  }

  private static String told(Node node, Value value) {
    String kind = Kind.of(value);
    return node.name().map(name -> name + " (" + kind + ")").orElse(kind);
  }
}
