package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A conversion in the catalogue. A null stays, and so does what has no canonical form.
 *
 * @param wanted what it makes, in words, to stand after "that is no"
 * @param meaning of a stored value; empty where it cannot mean that
 */
record Named(String name, String wanted, Function<Value, Optional<Value>> meaning, Manual manual)
    implements Conversion {

  static Named of(
      String name,
      String wanted,
      Function<Value, Optional<Value>> meaning,
      String effect,
      Manual.Example... examples) {
    return new Named(name, wanted, meaning, new Manual("as: " + name, effect, List.of(examples)));
  }

  @Override
  public Value apply(Value stored) {
    return switch (stored) {
      case Value.Null none -> none;
      case Value.Unmapped unmapped -> unmapped;
      default -> meaning.apply(stored).orElseGet(() -> KindInWords.isNo(wanted, stored));
    };
  }

  @Override
  public String toString() {
    return "as: " + name;
  }
}
