package io.reconciled.suggest;

import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.suggest.KeyNames.Likeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Looks for fields of different stores that hold the same key. */
final class FindMatches {
  /** Beyond these, the least promising are left out: each costs two lookups. */
  private static final int MOST_TRIED = 2_000;

  private final JoinSamples join;

  FindMatches(JoinSamples join) {
    this.join = join;
  }

  /**
   * @param leftOut how many pairs were too unlikely to be tried
   */
  record Found(List<Match> matches, int leftOut) {}

  private record Pair(KeyField left, KeyField right, int promise) {}

  Found among(List<Sampled> sampled) {
    List<KeyField> keys = sampled.stream().flatMap(one -> FindKeyFields.in(one).stream()).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      for (int j = i + 1; j < keys.size(); j++) {
        Pair pair = new Pair(keys.get(i), keys.get(j), promise(keys.get(i), keys.get(j)));
        if (pair.promise > 0) {
          pairs.add(pair);
        }
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::promise).reversed());
    List<Match> matches =
        pairs.stream()
            .limit(MOST_TRIED)
            .map(pair -> join.join(pair.left, pair.right))
            .filter(Common::isEnough)
            .map(common -> new Match(common, MatchColumns.of(common)))
            .filter(Match::isEvidence)
            .sorted(Match.BEST_FIRST)
            .toList();
    return new Found(matches, Math.max(0, pairs.size() - MOST_TRIED));
  }

  /** How much speaks for a closer look; zero for nothing. */
  private static int promise(KeyField left, KeyField right) {
    if (left.type() != right.type() || left.in().store().equals(right.in().store())) {
      return 0;
    }
    Likeness names = KeyNames.likeness(left, right);
    int sameName = names == Likeness.SAME_NAME ? 4 : 0;
    int meet = meet(left, right) ? 2 : 0;
    boolean wide = names == Likeness.BOTH_UNIQUE || left.type() == KeyType.UUID;
    return sameName + meet + (wide ? 1 : 0);
  }

  private static boolean meet(KeyField left, KeyField right) {
    Set<SharedKey> others = right.rows().keySet();
    return left.rows().keySet().stream().anyMatch(others::contains);
  }
}
