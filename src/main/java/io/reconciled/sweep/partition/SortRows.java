package io.reconciled.sweep.partition;

import io.reconciled.model.encoded.RowBlock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Puts rows in the order of their keys' bytes by moving their places only. Sorts by eight bytes of
 * the keys at a time, kept beside the places, so that keys with a long beginning in common are not
 * compared from their start again and again.
 */
final class SortRows {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int SMALL = 12;

  /** Keys that share so many bytes are compared from their start, rather than ever deeper. */
  private static final int DEEP = 4_096;

  private final RowBlock[] blocks;
  private final long[] places;
  private final long[] bytes;

  private SortRows(List<RowBlock> blocks) {
    this.blocks = blocks.toArray(RowBlock[]::new);
    this.places = new long[blocks.stream().mapToInt(RowBlock::rows).sum()];
    this.bytes = new long[places.length];
  }

  static RowOrder order(List<RowBlock> blocks) {
    SortRows sort = new SortRows(blocks);
    int at = 0;
    for (int block = 0; block < sort.blocks.length; block++) {
      for (int row = 0; row < sort.blocks[block].rows(); row++) {
        sort.places[at++] = RowOrder.place(block, row);
      }
    }
    sort.byBytesFrom(0, 0, at);
    return new RowOrder(sort.blocks, sort.places);
  }

  /** Sorts rows whose keys have the same bytes before {@code depth}. */
  private void byBytesFrom(int depth, int from, int to) {
    if (depth > DEEP) {
      byWholeKeys(from, to);
    } else if (to - from > 1) {
      for (int i = from; i < to; i++) {
        bytes[i] = bytesAt(places[i], depth);
      }
      sort(depth, from, to);
    }
  }

  private void byWholeKeys(int from, int to) {
    long[] sorted =
        Arrays.stream(places, from, to)
            .boxed()
            .sorted(this::compareWhole)
            .mapToLong(Long::longValue)
            .toArray();
    System.arraycopy(sorted, 0, places, from, sorted.length);
  }

  private int compareWhole(long left, long right) {
    return blocks[RowOrder.block(left)].compareKeys(
        RowOrder.row(left), blocks[RowOrder.block(right)], RowOrder.row(right));
  }

  /**
   * Sorts rows by the bytes at a depth, then each run of those that are the same by what follows.
   */
  private void sort(int depth, int from, int to) {
    int low = from;
    int high = to;
    while (high - low > SMALL) {
      long pivot = median(low, high);
      int less = low;
      int more = high;
      for (int i = low; i < more; ) {
        int order = Long.compareUnsigned(bytes[i], pivot);
        if (order < 0) {
          swap(less++, i++);
        } else if (order > 0) {
          swap(i, --more);
        } else {
          i++;
        }
      }
      if (more - less > 1) {
        same(depth, less, more);
      }
      // The smaller side by recursion, so that its depth stays small.
      if (less - low < high - more) {
        sort(depth, low, less);
        low = more;
      } else {
        sort(depth, more, high);
        high = less;
      }
    }
    insert(depth, low, high);
  }

  /** Of keys that are the same so far, those that end here come first, the shorter before all. */
  private void same(int depth, int from, int to) {
    int next = depth + Long.BYTES;
    int ended = from;
    boolean alike = true;
    for (int i = from; i < to; i++) {
      if (length(places[i]) <= next) {
        alike &= length(places[i]) == length(places[from]);
        swap(ended++, i);
      }
    }
    if (!alike) {
      byLength(depth, from, ended);
    }
    byBytesFrom(next, ended, to);
  }

  /** Keys of the same bytes that differ by zero bytes at their end, of which there are up to 8. */
  private void byLength(int depth, int from, int to) {
    int at = from;
    for (int length = depth; length <= depth + Long.BYTES; length++) {
      for (int i = at; i < to; i++) {
        if (length(places[i]) == length) {
          swap(at++, i);
        }
      }
    }
  }

  private void insert(int depth, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int j = i; j > from && compare(depth, j - 1, j) > 0; j--) {
        swap(j - 1, j);
      }
    }
  }

  private int compare(int depth, int left, int right) {
    int order = Long.compareUnsigned(bytes[left], bytes[right]);
    if (order != 0) {
      return order;
    }
    int leftLength = length(places[left]);
    int rightLength = length(places[right]);
    int next = depth + Long.BYTES;
    return leftLength <= next || rightLength <= next
        ? Integer.compare(leftLength, rightLength)
        : compareWhole(places[left], places[right]);
  }

  private long median(int from, int to) {
    long first = bytes[from];
    long middle = bytes[(from + to) >>> 1];
    long last = bytes[to - 1];
    long smaller = Long.compareUnsigned(first, middle) < 0 ? first : middle;
    long larger = smaller == first ? middle : first;
    if (Long.compareUnsigned(last, smaller) < 0) {
      return smaller;
    }
    return Long.compareUnsigned(last, larger) < 0 ? last : larger;
  }

  private void swap(int left, int right) {
    long place = places[left];
    places[left] = places[right];
    places[right] = place;
    long found = bytes[left];
    bytes[left] = bytes[right];
    bytes[right] = found;
  }

  private int length(long place) {
    RowBlock block = blocks[RowOrder.block(place)];
    return block.keyTo(RowOrder.row(place)) - block.keyFrom(RowOrder.row(place));
  }

  /** Eight bytes of a key; zeros stand for those behind its end. */
  private long bytesAt(long place, int depth) {
    RowBlock block = blocks[RowOrder.block(place)];
    int from = block.keyFrom(RowOrder.row(place)) + depth;
    int to = block.keyTo(RowOrder.row(place));
    if (to - from >= Long.BYTES) {
      return (long) LONGS.get(block.bytes(), from);
    }
    long found = 0;
    for (int i = from; i < from + Long.BYTES; i++) {
      found = (found << Byte.SIZE) | (i < to ? block.bytes()[i] & 0xFF : 0);
    }
    return found;
  }
}
