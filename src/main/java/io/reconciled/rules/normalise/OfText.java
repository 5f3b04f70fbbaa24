package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes text into other text. */
record OfText(String name, UnaryOperator<String> rewrite) implements Elementwise {
  static final List<Class<? extends Value>> KINDS = List.of(Value.Text.class, Value.Array.class);

  static Entry entry(
      String name, UnaryOperator<String> rewrite, String effect, String before, String after) {
    Example example = Example.of(Value.text(before), Value.text(after));
    return Entry.of(
        new Manual(name, Parameter.NONE, KINDS, effect, List.of(example)),
        new OfText(name, rewrite));
  }

  @Override
  public Value change(Value value) {
    return value instanceof Value.Text(String text) ? Value.text(rewrite.apply(text)) : value;
  }
}
