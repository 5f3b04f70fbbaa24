package io.reconciled.suggest;

import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Compares two columns value by value under common keys, in every way that a rules file can say.
 */
final class CompareColumns {
  private static final double MOST = 0.9;
  private static final int FEWEST = 20;
  private static final Map<List<String>, UnaryOperator<String>> NORMALISATIONS = Normalise.all();

  /** One row's two values; null where a side holds nothing. */
  record Pair(Value left, Value right) {
    boolean agrees() {
      return left.equals(right) && !SameValue.holdsNothing(left);
    }

    Pair with(UnaryOperator<String> change) {
      return new Pair(changed(left, change), changed(right, change));
    }

    private static Value changed(Value value, UnaryOperator<String> change) {
      return value instanceof Value.Text(String text) ? Value.text(change.apply(text)) : value;
    }
  }

  private CompareColumns() {}

  /** The plainest way in which most rows agree; empty where there is none. */
  static Optional<Agreement> of(Common common, String left, String right) {
    List<Pair> pairs = pairs(common, left, right);
    if (pairs.size() < FEWEST) {
      return Optional.empty();
    }
    Agreement same = agreement(left, right, new Likeness.Same(), pairs);
    if (same.share() >= MOST) {
      return Optional.of(same);
    }
    return normalised(left, right, pairs)
        .or(() -> TranslateColumn.of(left, right, pairs).filter(found -> found.share() >= MOST));
  }

  private static Optional<Agreement> normalised(String left, String right, List<Pair> pairs) {
    for (Map.Entry<List<String>, UnaryOperator<String>> way : NORMALISATIONS.entrySet()) {
      List<Pair> changed = pairs.stream().map(pair -> pair.with(way.getValue())).toList();
      Agreement found = agreement(left, right, new Likeness.Normalised(way.getKey()), changed);
      if (found.share() >= MOST) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static List<Pair> pairs(Common common, String left, String right) {
    List<Pair> pairs = new ArrayList<>();
    for (Common.Rows rows : common.rows()) {
      Value mine = SameValue.comparable(rows.left().getOrDefault(left, Value.NULL));
      Value other = SameValue.comparable(rows.right().getOrDefault(right, Value.NULL));
      if (!SameValue.holdsNothing(mine) || !SameValue.holdsNothing(other)) {
        pairs.add(new Pair(mine, other));
      }
    }
    return pairs;
  }

  private static Agreement agreement(
      String left, String right, Likeness likeness, List<Pair> pairs) {
    Map<Value, Integer> lefts = new HashMap<>();
    Map<Value, Integer> rights = new HashMap<>();
    int agreed = 0;
    for (Pair pair : pairs) {
      lefts.merge(pair.left, 1, Integer::sum);
      rights.merge(pair.right, 1, Integer::sum);
      agreed += pair.agrees() ? 1 : 0;
    }
    double rows = pairs.size();
    double chance =
        lefts.entrySet().stream()
            .collect(
                Collectors.summingDouble(entry ->
                    entry.getValue() / rows * rights.getOrDefault(entry.getKey(), 0) / rows));
    return new Agreement(left, right, likeness, agreed, pairs.size(), chance, lefts.size());
  }
}
