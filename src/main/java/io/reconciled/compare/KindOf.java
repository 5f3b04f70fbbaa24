package io.reconciled.compare;

import io.reconciled.model.Value;
import java.util.Optional;

/** Whether values can be compared at all, whatever they are. */
public final class KindOf {
  private KindOf() {}

  /** Whether the two are alike or different for certain; if not, a rule over them is unverified. */
  public static boolean areComparable(Value left, Value right) {
    return CompareValue.likeness(Optional.of(left), Optional.of(right)) != Likeness.INCOMPARABLE;
  }

  /** The kind of a value in a word, without the value. */
  public static String inWords(Value value) {
    return Attribute.kind(Optional.of(value));
  }
}
