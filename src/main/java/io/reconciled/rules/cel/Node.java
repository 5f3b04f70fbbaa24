package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.util.Optional;

/** A part of a compiled expression. */
interface Node {
  /** Its value; {@link Value.Unmapped} with the reason where it has none. Never throws. */
  Value over(Evaluation evaluation);

  /** What messages call it: the attribute that it reads, if it reads one. */
  default Optional<String> name() {
    return Optional.empty();
  }
}
