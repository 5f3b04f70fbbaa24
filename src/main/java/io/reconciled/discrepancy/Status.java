package io.reconciled.discrepancy;

/** Where a discrepancy is in its life. */
public enum Status {
  /** Seen once; may still be in flight. */
  SUSPECTED,
  /** Seen again after its grace window, with no move in between. */
  CONFIRMED,
  /** Was confirmed; a later look found it right. */
  RESOLVED,
  /** Was suspected, and healed by itself. */
  CONVERGED
}
