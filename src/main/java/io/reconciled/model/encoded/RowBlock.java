package io.reconciled.model.encoded;

import io.reconciled.model.Image;
import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Some rows of one dataset: for each, its key as {@link KeyBytes}, and its attributes as {@link
 * ValueBytes} in the order of their names. A field that a document lacks has no bytes at all. Made
 * by a {@link RowWriter}, and never changed.
 */
public final class RowBlock {
  private final List<String> attributes;
  private final byte[] bytes;
  private final int[] bounds;
  private final int rows;
  private final int width;
  private final Map<String, Long> keyless;

  /**
   * @param bounds where each slice begins, row by row, its key first; one more for the end
   */
  RowBlock(
      List<String> attributes, byte[] bytes, int[] bounds, int rows, Map<String, Long> keyless) {
    this.attributes = attributes;
    this.bytes = bytes;
    this.bounds = bounds;
    this.rows = rows;
    this.width = attributes.size() + 1;
    this.keyless = Map.copyOf(keyless);
  }

  /** How many rows it has that have a key. */
  public int rows() {
    return rows;
  }

  /** How many rows came with them that name no entity, by why: a null key, or a type. */
  public Map<String, Long> keyless() {
    return keyless;
  }

  /** Names of the attributes, in the order of their slices. */
  public List<String> attributes() {
    return attributes;
  }

  /** What the slices are of; not to be written to. */
  public byte[] bytes() {
    return bytes;
  }

  public int keyFrom(int row) {
    return bounds[row * width];
  }

  public int keyTo(int row) {
    return bounds[row * width + 1];
  }

  /**
   * @param attribute its place in {@link #attributes}
   */
  public int valueFrom(int row, int attribute) {
    return bounds[row * width + 1 + attribute];
  }

  /** Exclusive; the same as {@link #valueFrom} for a field that is absent. */
  public int valueTo(int row, int attribute) {
    return bounds[row * width + 2 + attribute];
  }

  /** As {@link SharedKey#compareTo} orders the keys of two rows. */
  public int compareKeys(int row, RowBlock other, int otherRow) {
    int from = keyFrom(row);
    int to = keyTo(row);
    int othersFrom = other.keyFrom(otherRow);
    int othersTo = other.keyTo(otherRow);
    return to - from == Long.BYTES && othersTo - othersFrom == Long.BYTES
        ? Long.compareUnsigned(Numbers.longAt(bytes, from), Numbers.longAt(other.bytes, othersFrom))
        : Arrays.compareUnsigned(bytes, from, to, other.bytes, othersFrom, othersTo);
  }

  /** How many bytes {@link #store} writes. */
  public int storedSize() {
    return (2 + rows * width + 1) * Integer.BYTES + bounds[rows * width];
  }

  /**
   * Writes the rows so that {@link #stored} reads them back. Counts of rows without a key are not
   * among them.
   */
  public void store(ByteBuffer target) {
    int ends = rows * width + 1;
    target.putInt(rows).putInt(bounds[ends - 1]);
    target.asIntBuffer().put(bounds, 0, ends);
    target.position(target.position() + ends * Integer.BYTES);
    target.put(bytes, 0, bounds[ends - 1]);
  }

  /**
   * @param attributes of the block that was stored
   */
  public static RowBlock stored(List<String> attributes, ByteBuffer source) {
    int rows = source.getInt();
    byte[] bytes = new byte[source.getInt()];
    int[] bounds = new int[rows * (attributes.size() + 1) + 1];
    source.asIntBuffer().get(bounds);
    source.position(source.position() + bounds.length * Integer.BYTES);
    source.get(bytes);
    return new RowBlock(attributes, bytes, bounds, rows, Map.of());
  }

  public SharedKey key(int row, KeyShape shape) {
    return KeyBytes.decode(shape, bytes, keyFrom(row), keyTo(row));
  }

  public Image.Present image(int row) {
    Map<String, Value> values = HashMap.newHashMap(attributes.size());
    for (int i = 0; i < attributes.size(); i++) {
      int from = valueFrom(row, i);
      int to = valueTo(row, i);
      if (from < to) {
        values.put(attributes.get(i), ValueBytes.decode(bytes, from, to));
      }
    }
    return new Image.Present(values);
  }
}
