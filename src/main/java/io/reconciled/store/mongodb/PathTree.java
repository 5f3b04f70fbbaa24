package io.reconciled.store.mongodb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Paths through documents within documents, as a tree of names, to be found in one pass. */
final class PathTree {
  private final byte[] name;
  private final List<PathTree> children = new ArrayList<>();
  private final List<Integer> slots = new ArrayList<>();
  private long seenIn;

  PathTree() {
    this("");
  }

  private PathTree(String name) {
    this.name = name.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param slot what its user calls the value at the path
   */
  void add(List<String> steps, int slot) {
    if (steps.isEmpty()) {
      slots.add(slot);
    } else {
      child(steps.getFirst()).add(steps.subList(1, steps.size()), slot);
    }
  }

  private PathTree child(String step) {
    byte[] sought = step.getBytes(StandardCharsets.UTF_8);
    for (PathTree child : children) {
      if (Arrays.equals(child.name, sought)) {
        return child;
      }
    }
    PathTree child = new PathTree(step);
    children.add(child);
    return child;
  }

  List<PathTree> children() {
    return children;
  }

  /** What lies exactly here. */
  List<Integer> slots() {
    return slots;
  }

  boolean isNamed(byte[] bytes, int from, int to) {
    return to - from == name.length && Arrays.equals(name, 0, name.length, bytes, from, to);
  }

  /**
   * Of two fields of one name, the first counts.
   *
   * @param document a number that no other document had
   * @return false where it was in this document before
   */
  boolean isFirstIn(long document) {
    boolean first = seenIn != document;
    seenIn = document;
    return first;
  }
}
