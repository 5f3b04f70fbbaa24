package io.reconciled.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing planted in one store.
 *
 * @param n whose
 */
public record Difference(long n, String store, Change change) {

  /** What became of the subscriber there. */
  public enum Change {
    MISSING,
    MSISDN,
    STATUS,
    TARIFF,
    BALANCE,
    UPDATED
  }

  static final int KEYS = 100;

  /**
   * Makes a hundred keys differ, from the first to the last at even distances: every other one in
   * crm alone, the rest in billing and in profiles, each in its own way. So every pair of stores
   * and all three together differ in the same hundred keys.
   */
  static List<Difference> among(long keys) {
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      long n = 1 + i * (keys - 1) / (KEYS - 1);
      if (i % 2 == 0) {
        differences.add(new Difference(n, Tables.CRM, change(i / 2)));
      } else {
        differences.add(new Difference(n, Tables.BILLING, change(i / 2)));
        differences.add(new Difference(n, Tables.PROFILES, change(i / 2 + 1)));
      }
    }
    return List.copyOf(differences);
  }

  private static Change change(int i) {
    return Change.values()[i % Change.values().length];
  }
}
