package io.reconciled.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant where one does not exist. */
public final class NearestName {
  private NearestName() {}

  /** The existing name with the fewest edits, letter case aside; empty where none is alike. */
  public static Optional<String> to(String wanted, Collection<String> existing) {
    int furthest = Math.max(2, wanted.length() / 3);
    return existing.stream()
        .filter(name -> edits(wanted, name) <= furthest)
        .min(
            Comparator.<String>comparingInt(name -> edits(wanted, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A sentence for the operator. */
  public static String advice(String wanted, Collection<String> existing) {
    return to(wanted, existing)
        .map(name -> "Did you mean " + name + "?")
        .orElse("Correct the name, or create it.");
  }

  private static int edits(String left, String right) {
    String from = left.toLowerCase(Locale.ROOT);
    String to = right.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
