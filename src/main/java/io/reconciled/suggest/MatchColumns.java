package io.reconciled.suggest;

import io.reconciled.model.Value;
import io.reconciled.store.Container.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pairs the columns of two containers that hold the same under common keys, the best first. */
final class MatchColumns {
  private static final int MOST_COLUMNS = 80;
  private static final double FOLLOWS = 0.9;

  /** Where two columns agree alike, their names decide. */
  private static final Comparator<Agreement> BEST_FIRST =
      Comparator.comparingInt((Agreement found) -> rank(found.likeness()))
          .thenComparing(Comparator.comparingLong(MatchColumns::percent).reversed())
          .thenComparing(found -> !alike(found))
          .thenComparing(Comparator.comparingInt(Agreement::distinct).reversed())
          .thenComparing(Agreement::left)
          .thenComparing(Agreement::right);

  private MatchColumns() {}

  /** At most one pair for each column. */
  static List<Agreement> of(Common common) {
    List<Agreement> found = new ArrayList<>();
    List<String> rights = columns(common, common.right(), false);
    for (String left : columns(common, common.left(), true)) {
      for (String right : rights) {
        CompareColumns.of(common, left, right)
            .filter(Agreement::isWorthAWord)
            .ifPresent(found::add);
      }
    }
    found.sort(BEST_FIRST);
    Set<String> leftTaken = new HashSet<>();
    Set<String> rightTaken = new HashSet<>();
    List<Agreement> chosen = new ArrayList<>();
    for (Agreement one : found) {
      if (!leftTaken.contains(one.left()) && !rightTaken.contains(one.right())) {
        leftTaken.add(one.left());
        rightTaken.add(one.right());
        chosen.add(one);
      }
    }
    return chosen;
  }

  private static List<String> columns(Common common, KeyField key, boolean left) {
    return key.in().container().fields().stream()
        .map(Field::name)
        .filter(name -> !name.equals(key.field().name()))
        .filter(name -> !followsKey(common, key.field().name(), name, left))
        .limit(MOST_COLUMNS)
        .toList();
  }

  /** A number that counts along with the key agrees with any other that does, and tells nothing. */
  private static boolean followsKey(Common common, String key, String column, boolean left) {
    Map<Long, Integer> distances = new HashMap<>();
    for (Common.Rows rows : common.rows()) {
      Map<String, Value> row = left ? rows.left() : rows.right();
      distance(row, key, column).ifPresent(distance -> distances.merge(distance, 1, Integer::sum));
    }
    return distances.values().stream().anyMatch(rows -> rows >= FOLLOWS * common.rows().size());
  }

  private static Optional<Long> distance(Map<String, Value> row, String key, String column) {
    return row.get(key) instanceof Value.Whole(long from)
            && row.get(column) instanceof Value.Whole(long to)
        ? Optional.of(to - from)
        : Optional.empty();
  }

  private static int rank(Likeness likeness) {
    return switch (likeness) {
      case Likeness.Same same -> 0;
      case Likeness.Normalised normalised -> 1;
      case Likeness.Translated translated -> 2;
    };
  }

  private static long percent(Agreement found) {
    return Math.round(100 * found.share());
  }

  private static boolean alike(Agreement found) {
    String left = KeyNames.words(KeyNames.last(found.left()));
    String right = KeyNames.words(KeyNames.last(found.right()));
    return left.contains(right) || right.contains(left);
  }
}
