package io.reconciled.sweep.partition;

import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that are in memory in any order, given in the order of their keys. */
final class SortedRows implements Rows {
  private final RowOrder order;
  private final RowWriter writer;
  private int next;

  /**
   * @param keyless counts of rows without a key, which come first
   */
  SortedRows(List<String> attributes, RowOrder order, Map<String, Long> keyless) {
    this.order = order;
    this.writer = new RowWriter(attributes);
    writer.keyless(keyless);
  }

  @Override
  public Optional<RowBlock> next() {
    while (next < order.size() && !writer.isFull()) {
      writer.row(order.blockOf(next), order.rowOf(next));
      next++;
    }
    return writer.isEmpty() ? Optional.empty() : Optional.of(writer.take());
  }

  @Override
  public boolean cut() {
    return false;
  }

  @Override
  public void close() {
    next = order.size();
  }
}
