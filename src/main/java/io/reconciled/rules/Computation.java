package io.reconciled.rules;

import io.reconciled.model.Value;
import java.util.Map;

/**
 * A compiled expression that makes one attribute of others of the same dataset. Pure, bounded in
 * its work, and safe for use by several threads.
 */
public interface Computation {
  /** As written in the rules file. */
  String source();

  /**
   * @param attributes the other attributes, canonical
   * @return {@link Value.Unmapped} with the reason, without values, where it cannot be computed
   */
  Value over(Map<String, Value> attributes);
}
