package io.reconciled.model.encoded;

import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes rows, and gives them out as blocks of about 128 KB; a row is never split, so that a large
 * one makes a block of its own.
 *
 * <p>A row is its key, written to {@link #sink} and ended by {@link #endSlice}, then in the same
 * way each attribute in the order of their names, then {@link #endRow}. A row that turns out to
 * have no key is taken back with {@link #keyless}.
 */
public final class RowWriter {
  private static final int ROWS = 2_000;
  private static final int BYTES = 128 * 1024;
  private final List<String> attributes;
  private final int most;
  private ByteSink sink;
  private int[] bounds;
  private int slices;
  private int rows;
  private int rowFrom;
  private final Map<String, Long> keyless = new HashMap<>();

  /**
   * @param attributes their names, sorted
   */
  public RowWriter(List<String> attributes) {
    this(attributes, BYTES);
  }

  /**
   * @param attributes their names, sorted
   * @param most how many bytes fill a block, about
   */
  public RowWriter(List<String> attributes, int most) {
    this.attributes = List.copyOf(attributes);
    this.most = most;
    this.sink = new ByteSink(most + most / 4);
    this.bounds = new int[64 * (attributes.size() + 1) + 1];
  }

  /** Where the bytes of a slice go. */
  public ByteSink sink() {
    return sink;
  }

  /** The key, or the next attribute, is written. */
  public void endSlice() {
    endSlice(sink.size());
  }

  private void endSlice(int at) {
    slices++;
    if (slices == bounds.length) {
      bounds = Arrays.copyOf(bounds, bounds.length * 2);
    }
    bounds[slices] = at;
  }

  public void endRow() {
    rows++;
    rowFrom = sink.size();
  }

  /** Takes back what was written of this row, and counts it. */
  public void keyless(String why) {
    sink.truncate(rowFrom);
    slices = rows * (attributes.size() + 1);
    keyless.merge(why, 1L, Long::sum);
  }

  /** Writes a whole row. */
  public void row(SharedKey key, Image.Present image) {
    KeyBytes.put(key, sink);
    endSlice();
    for (String attribute : attributes) {
      Optional<Value> value = Optional.ofNullable(image.attributes().get(attribute));
      value.ifPresent(found -> ValueBytes.put(found, sink));
      endSlice();
    }
    endRow();
  }

  /** Writes a row of another block, which has the same attributes. */
  public void row(RowBlock block, int row) {
    int from = block.keyFrom(row);
    int moved = sink.size() - from;
    endSlice(block.keyTo(row) + moved);
    for (int i = 0; i < attributes.size(); i++) {
      endSlice(block.valueTo(row, i) + moved);
    }
    sink.put(block.bytes(), from, bounds[slices] - moved);
    endRow();
  }

  /** Counts rows that name no entity. */
  public void keyless(Map<String, Long> more) {
    more.forEach((why, count) -> keyless.merge(why, count, Long::sum));
  }

  /** Whether what is written makes a block. */
  public boolean isFull() {
    return rows >= ROWS || sink.size() >= most;
  }

  /** Whether nothing is written. */
  public boolean isEmpty() {
    return rows == 0 && keyless.isEmpty();
  }

  /** What is written, as a block; the next row begins another. */
  public RowBlock take() {
    RowBlock block =
        new RowBlock(attributes, sink.toArray(), Arrays.copyOf(bounds, slices + 1), rows, keyless);
    sink.truncate(0);
    slices = 0;
    rows = 0;
    rowFrom = 0;
    keyless.clear();
    return block;
  }
}
