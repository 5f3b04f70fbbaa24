package io.reconciled.rules.convert;

import io.reconciled.model.Value;

/** What a mapping says a stored value means. Pure and total. */
public interface Conversion {
  /** As written in a rules file: {@code as: uuid}. */
  String name();

  /**
   * @return {@link Value.Unmapped}, naming the reason without the value, where it cannot mean that;
   *     a null stays a null
   */
  Value apply(Value stored);
}
