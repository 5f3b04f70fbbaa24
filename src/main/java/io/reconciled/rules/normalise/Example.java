package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * A value before and after a normalisation.
 *
 * @param parameters with which it was made
 * @param before empty for a field that its document lacks
 */
public record Example(List<String> parameters, Optional<Value> before, Optional<Value> after) {
  static Example of(Value before, Value after) {
    return of(List.of(), before, after);
  }

  static Example of(String parameter, Value before, Value after) {
    return of(List.of(parameter), before, after);
  }

  static Example of(List<String> parameters, Value before, Value after) {
    return new Example(parameters, Optional.of(before), Optional.of(after));
  }
}
