package io.reconciled.suggest;

import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;

/**
 * The rows that two containers have under the same key, as far as their samples lead to them.
 *
 * @param rows one for each key that both have
 * @param ofLeft how many of the left sample's keys the right has
 * @param ofRight how many of the right sample's keys the left has
 */
record Common(KeyField left, KeyField right, List<Rows> rows, Found ofLeft, Found ofRight) {
  private static final int FEWEST = 20;
  private static final double MOST_OF_ONE = 0.5;

  record Rows(SharedKey key, Map<String, Value> left, Map<String, Value> right) {}

  /** Keys that were looked for in the other store, and those that were there. */
  record Found(int found, int asked) {
    double share() {
      return asked == 0 ? 0 : (double) found / asked;
    }
  }

  /** The larger part of one side's keys that the other side has. */
  double overlap() {
    return Math.max(ofLeft.share(), ofRight.share());
  }

  /** Whether there is enough to conclude anything from. */
  boolean isEnough() {
    return rows.size() >= FEWEST && overlap() >= MOST_OF_ONE;
  }
}
