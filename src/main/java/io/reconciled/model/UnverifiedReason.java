package io.reconciled.model;

/** Why nothing can be said about a key under a rule. */
public enum UnverifiedReason {
  /** A store could not be reached, or did not answer in time. */
  UNREACHABLE,
  /** A store answered that what is asked of it cannot be: a table is gone, a right is missing. */
  MISCONFIGURED,
  /** Capture has not yet passed the point in the store's log that would settle it. */
  BEHIND,
  /** The key moves faster than its grace window lets it come to rest. */
  BUSY,
  /** A value is of a type that has no canonical form, or of a kind unlike its counterpart. */
  TYPE,
  /** Several rows carry the key, so there is no one image to compare. */
  DUPLICATE
}
