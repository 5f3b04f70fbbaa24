package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.util.Optional;

/** Truths, from the numbers that stand for them. */
final class ToBoolean {
  static final Named NAMED =
      Named.of(
          "boolean",
          "truth",
          ToBoolean::meaning,
          "0 is false and 1 is true; any other number, and any text, is neither",
          new Manual.Example(Value.number(1), new Value.Bool(true)),
          new Manual.Example(Value.number(2), new Value.Unmapped("number that is no truth")));

  private ToBoolean() {}

  private static Optional<Value> meaning(Value stored) {
    return switch (stored) {
      case Value.Bool bool -> Optional.of(bool);
      case Value.Whole(long number) when number == 0 || number == 1 ->
          Optional.of(new Value.Bool(number == 1));
      default -> Optional.empty();
    };
  }
}
