package io.reconciled.store.sql;

import io.reconciled.store.Ordering;

/**
 * What a catalog tells of the order of a key.
 *
 * @param isOwnShared whether the database's own comparison of the key's columns is that of shared
 *     keys, so that it needs no telling how to compare
 */
record FoundOrdering(Ordering ordering, boolean isOwnShared) {
  /** The database's own order of the columns is ours. */
  static FoundOrdering ours(String reason) {
    return new FoundOrdering(Ordering.shared(reason), true);
  }

  /** The database has our order as well as its own. */
  static FoundOrdering oursToo(String reason) {
    return new FoundOrdering(Ordering.shared(reason), false);
  }

  static FoundOrdering own(String reason) {
    return new FoundOrdering(Ordering.own(reason), false);
  }
}
