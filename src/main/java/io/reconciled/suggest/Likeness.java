package io.reconciled.suggest;

import io.reconciled.model.Value;
import java.util.List;
import java.util.SortedMap;

/** The way in which two columns hold the same. */
sealed interface Likeness {
  /** The values are equal. */
  record Same() implements Likeness {}

  /**
   * Equal once normalised.
   *
   * @param names as a rule's {@code normalise:} has them
   */
  record Normalised(List<String> names) implements Likeness {
    public Normalised {
      names = List.copyOf(names);
    }
  }

  /**
   * Each value on the right stands for one on the left.
   *
   * @param meanings without values that stand for themselves, and those that were seen too rarely
   */
  record Translated(SortedMap<String, Meaning> meanings) implements Likeness {}

  /**
   * What one value stands for.
   *
   * @param agreed how many of the rows that hold {@code from} say so
   */
  record Meaning(Value from, Value to, int agreed, int rows) {
    double share() {
      return (double) agreed / rows;
    }
  }
}
