package io.reconciled.bench;

import java.util.Locale;

/** What the shared key of the n-th subscriber is, in the words of each store. */
public enum Shape {
  /** Kept in one order by all three. */
  INTEGER("bigint", "n", "bigint", "seq") {
    @Override
    public Object key(long n) {
      return n;
    }
  },

  /**
   * Text under a generic collation, which takes a, B and c for neighbours: no store's index keeps
   * it in the order of code points.
   */
  TEXT(
      "text COLLATE \"en-x-icu\"",
      "substr('" + Shape.LETTERS + "', (n % 10)::integer + 1, 1) || '-' || n",
      "varchar(24) COLLATE utf8mb4_unicode_ci",
      "CONCAT(SUBSTR('" + Shape.LETTERS + "', seq % 10 + 1, 1), '-', seq)") {
    @Override
    public Object key(long n) {
      return LETTERS.charAt((int) (n % LETTERS.length())) + "-" + n;
    }
  };

  private static final String LETTERS = "aBcDeFgHiJ";

  final String postgresType;
  final String postgresKey;
  final String mariaDbType;
  final String mariaDbKey;

  Shape(String postgresType, String postgresKey, String mariaDbType, String mariaDbKey) {
    this.postgresType = postgresType;
    this.postgresKey = postgresKey;
    this.mariaDbType = mariaDbType;
    this.mariaDbKey = mariaDbKey;
  }

  /** The key of the n-th subscriber, counted from 1: a {@code Long} or a {@code String}. */
  public abstract Object key(long n);

  /** As a rules file writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
