package io.reconciled.rules.cel;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an attribute.
 *
 * @param label what messages call it
 */
record Read(DatasetName dataset, String attribute, String label) implements Node {

  @Override
  public Value over(Evaluation evaluation) {
    @Nullable Value value = evaluation.read(dataset, attribute);
    return value == null ? new Value.Unmapped(label + " is absent") : Kind.meet(value, label);
  }

  @Override
  public Optional<String> name() {
    return Optional.of(label);
  }

  /** Whether the attribute is there, be it null or of an unmapped type. */
  Node present() {
    return evaluation -> new Value.Bool(evaluation.read(dataset, attribute) != null);
  }
}
