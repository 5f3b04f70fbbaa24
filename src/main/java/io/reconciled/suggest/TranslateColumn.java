package io.reconciled.suggest;

import io.reconciled.model.Value;
import io.reconciled.suggest.CompareColumns.Pair;
import io.reconciled.suggest.Likeness.Meaning;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out whether each of the few values of one column stands for one value of another. */
final class TranslateColumn {
  private static final int MOST_WORDS = 30;
  private static final int ROWS_PER_WORD = 5;
  private static final int SEEN = 3;
  private static final double CLEAR = 0.9;

  private TranslateColumn() {}

  /** The values on the right, read in the words on the left. */
  static Optional<Agreement> of(String left, String right, List<Pair> pairs) {
    Map<Value, Map<Value, Integer>> counts = new HashMap<>();
    Map<Value, Integer> words = new HashMap<>();
    for (Pair pair : pairs) {
      words.merge(pair.left(), 1, Integer::sum);
      counts
          .computeIfAbsent(pair.right(), first -> new HashMap<>())
          .merge(pair.left(), 1, Integer::sum);
    }
    if (counts.size() > MOST_WORDS || counts.size() * ROWS_PER_WORD > pairs.size()) {
      return Optional.empty();
    }
    TreeMap<String, Meaning> meanings = new TreeMap<>();
    int agreed = 0;
    for (Map.Entry<Value, Map<Value, Integer>> from : counts.entrySet()) {
      Meaning meaning = likeliest(from.getKey(), from.getValue());
      if (isClear(meaning)) {
        agreed += meaning.agreed();
        if (!meaning.from().equals(meaning.to())) {
          meanings.put(meaning.from().toString(), meaning);
        }
      }
    }
    int commonest = words.values().stream().max(Comparator.naturalOrder()).orElse(0);
    return Optional.of(
        new Agreement(
            left,
            right,
            new Likeness.Translated(meanings),
            agreed,
            pairs.size(),
            (double) commonest / pairs.size(),
            words.size()));
  }

  private static Meaning likeliest(Value from, Map<Value, Integer> to) {
    Map.Entry<Value, Integer> most =
        to.entrySet().stream()
            .max(
                Map.Entry.<Value, Integer>comparingByValue()
                    .thenComparing(entry -> entry.getKey().toString()))
            .orElseThrow();
    int rows = to.values().stream().mapToInt(Integer::intValue).sum();
    return new Meaning(from, most.getKey(), most.getValue(), rows);
  }

  private static boolean isClear(Meaning meaning) {
    return isWord(meaning.from())
        && isWord(meaning.to())
        && meaning.rows() >= SEEN
        && meaning.share() >= CLEAR;
  }

  /** What a value map can be written with. */
  private static boolean isWord(Value value) {
    return value instanceof Value.Text
        || value instanceof Value.Whole
        || value instanceof Value.Bool;
  }
}
