package io.reconciled.rules.cel;

import io.reconciled.model.Value;

/** What a function or operator does. */
@FunctionalInterface
interface Body {
  /** Answered where the arguments are of kinds that the function does not take. */
  Value MISFIT = new Value.Unmapped("a function does not take what it was given");

  /**
   * Never throws.
   *
   * @param arguments none of them unmapped; a method's receiver is the first
   */
  Value apply(Evaluation evaluation, Value[] arguments);
}
