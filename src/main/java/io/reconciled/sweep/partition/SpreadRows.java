package io.reconciled.sweep.partition;

import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the rows of one dataset to its file, by some bits of the hash of their keys. */
final class SpreadRows {
  private static final int LARGEST_BUFFER = 1 << 16;
  private static final int SMALLEST_BUFFER = 1 << 12;

  private final RowFile file;
  private final HashBits bits;
  private final Part[] parts;
  private final Map<String, Long> keyless = new HashMap<>();

  private static final class Part {
    private final RowWriter writer;
    private final List<RowFile.Place> places = new ArrayList<>();
    private long rows;
    private long bytes;

    Part(RowWriter writer) {
      this.writer = writer;
    }
  }

  /**
   * @param memory how many bytes the rows may take that are not written yet
   */
  SpreadRows(RowFile file, HashBits bits, long memory) {
    this.file = file;
    this.bits = bits;
    this.parts = new Part[bits.partitions()];
    long each = memory / parts.length;
    int buffer = Math.clamp(each, SMALLEST_BUFFER, LARGEST_BUFFER);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Part(new RowWriter(file.attributes(), buffer));
    }
  }

  void add(RowBlock block) {
    block.keyless().forEach((why, count) -> keyless.merge(why, count, Long::sum));
    for (int row = 0; row < block.rows(); row++) {
      long hash = KeyHash.of(block.bytes(), block.keyFrom(row), block.keyTo(row));
      Part part = parts[bits.partition(hash)];
      part.writer.row(block, row);
      if (part.writer.isFull()) {
        write(part);
      }
    }
  }

  private void write(Part part) {
    RowBlock block = part.writer.take();
    part.places.add(file.append(block));
    part.rows += block.rows();
    part.bytes += block.storedSize();
  }

  /** What each partition has got. */
  List<StoredPart> finish(Map<String, Long> keylessBefore) {
    keylessBefore.forEach((why, count) -> keyless.merge(why, count, Long::sum));
    List<StoredPart> stored = new ArrayList<>();
    for (Part part : parts) {
      if (!part.writer.isEmpty()) {
        write(part);
      }
      Map<String, Long> told = stored.isEmpty() ? keyless : Map.of();
      stored.add(new StoredPart(file, part.places, part.rows, part.bytes, told));
    }
    return stored;
  }
}
