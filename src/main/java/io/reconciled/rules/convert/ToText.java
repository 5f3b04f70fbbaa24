package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.util.Optional;
import java.util.UUID;

/** Text, from values that have one way to be written. */
final class ToText {
  static final Named NAMED =
      Named.of(
          "text",
          "text in one form",
          ToText::meaning,
          "an integer is its decimal digits, a UUID its 36 small letters and hyphens. What can be"
              + " written in several ways (a decimal, a double, a time) is none: the writer of the"
              + " text has chosen one, and nothing says which",
          new Manual.Example(Value.number(-7), Value.text("-7")),
          new Manual.Example(
              new Value.Bool(true), new Value.Unmapped("truth that is no text in one form")));

  private ToText() {}

  private static Optional<Value> meaning(Value stored) {
    return switch (stored) {
      case Value.Text text -> Optional.of(text);
      case Value.Whole(long number) -> Optional.of(Value.text(Long.toString(number)));
      case Value.Uuid(UUID uuid) -> Optional.of(Value.text(uuid.toString()));
      default -> Optional.empty();
    };
  }
}
