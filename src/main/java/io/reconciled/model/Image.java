package io.reconciled.model;

import java.util.List;
import java.util.Map;

/** What one dataset holds for one key, seen by a read that succeeded. */
public sealed interface Image extends Reading {

  /**
   * One row or document.
   *
   * @param attributes by attribute name; a field that the document lacks is missing here, which is
   *     not the same as {@link Value#NULL}
   */
  record Present(Map<String, Value> attributes) implements Image {
    public Present {
      attributes = Map.copyOf(attributes);
    }
  }

  /** No row or document carries the key: a fact, learned from a read that succeeded. */
  record Absent() implements Image {}

  /** How many rows of one key are held as an {@link Several}; more are only counted. */
  int MOST_ROWS = 10_000;

  /**
   * Several rows carry a key that should name one; or more than {@link #MOST_ROWS} do in a dataset
   * that may hold several, so that what they come to is unknown.
   *
   * @param rows how many were seen, at least 2
   */
  record Duplicate(int rows) implements Image {}

  /**
   * The rows that carry the key, in a dataset that may hold several for one key.
   *
   * @param rows at least one, at most {@link #MOST_ROWS}, in no particular order
   */
  record Several(List<Map<String, Value>> rows) implements Image {
    public Several {
      rows = rows.stream().map(Map::copyOf).toList();
    }
  }

  Image ABSENT = new Absent();
}
