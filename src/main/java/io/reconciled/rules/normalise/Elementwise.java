package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.util.Optional;

/** Changes a value by itself, and a list element by element, however deep; never a document. */
interface Elementwise extends Normalisation {

  /**
   * @param value not a list
   */
  Value change(Value value);

  @Override
  default Optional<Value> apply(Optional<Value> value) {
    return value.map(this::within);
  }

  private Value within(Value value) {
    return value instanceof Value.Array array
        ? new Value.Array(array.elements().stream().map(this::within).toList())
        : change(value);
  }
}
