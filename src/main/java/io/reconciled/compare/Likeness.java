package io.reconciled.compare;

/** How two values compare: alike, different, or of kinds that cannot be compared. */
enum Likeness {
  SAME,
  DIFFERENT,
  INCOMPARABLE
}
