package io.reconciled.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What came of a {@link Lookup}. */
public sealed interface Answer {

  /**
   * The store answered.
   *
   * @param keys that were asked for and are there; empty where there is none, which is a fact
   */
  record Found(SortedSet<SharedKey> keys) implements Answer {
    public Found {
      keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }
  }

  /** The store could not be asked. */
  record Unanswered(Unread why) implements Answer {}
}
