package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * Takes a stored null for something else. Only a value that is null as a whole counts: elements and
 * fields within one may be null.
 *
 * @param instead empty for a field that its document lacks
 */
record InsteadOfNull(String name, Optional<Value> instead) implements Normalisation {
  static final Entry ABSENT =
      entry("null-is-absent", Optional.empty(), "takes null for a field that is not there");
  static final Entry EMPTY =
      entry("null-is-empty", Optional.of(Value.text("")), "takes null for the empty text");

  private static Entry entry(String name, Optional<Value> instead, String effect) {
    Example example = new Example(List.of(), Optional.of(Value.NULL), instead);
    return Entry.of(
        new Manual(name, Parameter.NONE, List.of(Value.Null.class), effect, List.of(example)),
        new InsteadOfNull(name, instead));
  }

  @Override
  public Optional<Value> apply(Optional<Value> value) {
    return value.filter(Value.Null.class::isInstance).isPresent() ? instead : value;
  }
}
