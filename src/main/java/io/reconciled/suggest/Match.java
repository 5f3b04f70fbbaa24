package io.reconciled.suggest;

import io.reconciled.model.SharedKey;
import io.reconciled.suggest.KeyNames.Likeness;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;

/** Two fields that seem to hold the same key, and what speaks for it. */
record Match(Common common, List<Agreement> agreements) {
  private static final int SAME_NAME = 2;
  private static final int LONG_TEXT = 8;
  private static final long SPARSE = 1_000;

  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt(Match::weight)
          .thenComparingLong(
              match -> match.agreements.stream().filter(Agreement::isMapping).count())
          .thenComparingDouble(match -> match.common.overlap())
          .reversed();

  KeyField left() {
    return common.left();
  }

  KeyField right() {
    return common.right();
  }

  /**
   * Whether it is more than chance. Numbers that count from one are in every table, so that they
   * meet proves nothing: a column must agree that could hardly do so by chance, or the names must
   * say the same and some column agree.
   */
  boolean isEvidence() {
    return common.isEnough()
        && (agreements.stream().anyMatch(Agreement::isTelling)
            || (isSameName() && !agreements.isEmpty())
            || isTelling());
  }

  private boolean isSameName() {
    return KeyNames.likeness(left(), right()) == Likeness.SAME_NAME;
  }

  private int weight() {
    return standing(left()) + standing(right()) + (isSameName() ? SAME_NAME : 0);
  }

  /** How much a field looks like a key by itself. */
  private static int standing(KeyField key) {
    return switch (key.field().index()) {
      case NONE -> 0;
      case INDEXED -> 1;
      case UNIQUE -> 2;
      case PRIMARY -> 3;
    };
  }

  /** Keys that two stores cannot have in common by chance. */
  private boolean isTelling() {
    return switch (left().type()) {
      case UUID -> true;
      case TEXT -> isSameName() && averageLength() >= LONG_TEXT;
      case INTEGER -> isSparse();
    };
  }

  private double averageLength() {
    return common.rows().stream()
        .mapToInt(rows -> rows.key().toString().length())
        .average()
        .orElse(0);
  }

  private boolean isSparse() {
    LongSummaryStatistics keys =
        common.rows().stream()
            .map(Common.Rows::key)
            .filter(SharedKey.IntegerKey.class::isInstance)
            .mapToLong(key -> ((SharedKey.IntegerKey) key).number())
            .summaryStatistics();
    long rows =
        Math.max(
            common.rows().size(),
            Math.max(
                left().in().container().estimatedRows(), right().in().container().estimatedRows()));
    return ((double) keys.getMax() - keys.getMin()) / rows >= SPARSE;
  }

  @Override
  public String toString() {
    return left() + " = " + right();
  }
}
