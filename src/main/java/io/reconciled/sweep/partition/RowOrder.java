package io.reconciled.sweep.partition;

import io.reconciled.model.encoded.RowBlock;

/** Rows that lie in blocks anyhow, in the order of their keys; as {@link SortRows} found it. */
final class RowOrder {
  private final RowBlock[] blocks;
  private final long[] places;

  /**
   * @param places of the rows in order, as {@link #place} makes them
   */
  RowOrder(RowBlock[] blocks, long[] places) {
    this.blocks = blocks;
    this.places = places;
  }

  static long place(int block, int row) {
    return ((long) block << Integer.SIZE) | row;
  }

  static int block(long place) {
    return (int) (place >>> Integer.SIZE);
  }

  static int row(long place) {
    return (int) place;
  }

  int size() {
    return places.length;
  }

  /** The block of one of the rows, by its place in the order. */
  RowBlock blockOf(int index) {
    return blocks[block(places[index])];
  }

  /** Where its block has it. */
  int rowOf(int index) {
    return row(places[index]);
  }
}
