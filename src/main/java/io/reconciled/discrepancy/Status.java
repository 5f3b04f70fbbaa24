package io.reconciled.discrepancy;

import java.util.Locale;

/** Where a discrepancy is in its life. */
public enum Status {
  /** Seen once; may still be in flight. */
  SUSPECTED,
  /** Seen again after its grace window, with no move in between. */
  CONFIRMED,
  /** Was confirmed; a later look found it right. */
  RESOLVED,
  /** Was suspected, and healed by itself. */
  CONVERGED,
  /** Was open when its rule, or its entity, was taken out of the rules; not known to be mended. */
  RULE_REMOVED;

  /** As people read it: {@code rule removed}. */
  public String spoken() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
