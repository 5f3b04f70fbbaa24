package io.reconciled.store.mongodb;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Finds where a document has the values of several paths, in one pass over its bytes. */
final class FindPaths {
  /** Not a type of BSON: nothing is there. */
  static final byte ABSENT = 0;

  private final PathTree tree;
  private final byte[] types;
  private final int[] starts;
  private byte[] bytes = {};
  private long document;

  /**
   * @param paths none of which goes into an array
   */
  FindPaths(List<FieldPath> paths) {
    this.tree = new PathTree();
    for (int slot = 0; slot < paths.size(); slot++) {
      if (!paths.get(slot).mayEnterArrays()) {
        tree.add(paths.get(slot).steps(), slot);
      }
    }
    this.types = new byte[paths.size()];
    this.starts = new int[paths.size()];
  }

  void in(byte[] found) {
    bytes = found;
    document++;
    Arrays.fill(types, ABSENT);
    walk(tree, 0);
  }

  /** The BSON type of the value at a path, or {@link #ABSENT}. */
  byte type(int slot) {
    return types[slot];
  }

  /** Where the value at a path begins. */
  int start(int slot) {
    return starts[slot];
  }

  private void walk(PathTree at, int from) {
    int element = from + Integer.BYTES;
    int named = 0;
    while (bytes[element] != 0) {
      byte type = bytes[element];
      int name = element + 1;
      int nameEnd = BsonBytes.endOfName(bytes, name);
      int value = nameEnd + 1;
      int child = find(at.children(), named, name, nameEnd);
      if (child >= 0) {
        PathTree found = at.children().get(child);
        named = child + 1;
        if (found.isFirstIn(document)) {
          found(found, type, value);
        }
      }
      element = BsonBytes.endOfValue(type, bytes, value);
    }
  }

  /**
   * Documents mostly have their fields in one order: what is found is put where the next document
   * will look for it first.
   */
  private int find(List<PathTree> children, int first, int name, int nameEnd) {
    for (int i = 0; i < children.size(); i++) {
      int child = first + i < children.size() ? first + i : first + i - children.size();
      if (children.get(child).isNamed(bytes, name, nameEnd)) {
        int expected = first < children.size() ? first : child;
        Collections.swap(children, child, expected);
        return expected;
      }
    }
    return -1;
  }

  private void found(PathTree at, byte type, int value) {
    for (int slot : at.slots()) {
      put(slot, type, value);
    }
    if (at.children().isEmpty()) {
      return;
    }
    if (type == BsonBytes.DOCUMENT) {
      walk(at, value);
    } else if (type == BsonBytes.ARRAY) {
      at.children().forEach(child -> everyPath(child, type, value));
    }
  }

  /** An array that a path does not go into is what the document has there. */
  private void everyPath(PathTree at, byte type, int value) {
    at.slots().forEach(slot -> put(slot, type, value));
    at.children().forEach(child -> everyPath(child, type, value));
  }

  private void put(int slot, byte type, int value) {
    types[slot] = type;
    starts[slot] = value;
  }
}
