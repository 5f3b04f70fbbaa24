package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.util.Optional;

/** One change to values before they are compared. Pure, total, idempotent. */
public interface Normalisation {
  /** As written in a rules file, with its parameter: {@code truncate: ms}. */
  String name();

  /**
   * @param value empty for a field that its document lacks
   */
  Optional<Value> apply(Optional<Value> value);
}
