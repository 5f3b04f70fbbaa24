package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.util.List;
import java.util.TreeMap;

/** Makes a map of its arguments, one for each key. */
record MakeMap(List<String> keys) implements Body {

  @Override
  public Value apply(Evaluation evaluation, Value[] arguments) {
    TreeMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < arguments.length; i++) {
      fields.put(keys.get(i), arguments[i]);
    }
    return new Value.Document(fields);
  }
}
