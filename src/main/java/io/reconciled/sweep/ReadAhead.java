package io.reconciled.sweep;

import io.reconciled.model.encoded.RowBlock;
import io.reconciled.store.FetchAhead;
import io.reconciled.store.Rows;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Reads rows on a thread of its own, a few blocks ahead of whoever wants them, so that all stores
 * of a merge stream at the same time. Where the sweep is to stop, the rows end as if they were cut,
 * however long a store may take to show the next. Read by one thread.
 */
final class ReadAhead implements Rows {
  private static final int BLOCKS = 4;
  private final FetchAhead<RowBlock> blocks;

  /** Until the rows were seen to end, more may follow. */
  private volatile boolean cut = true;

  /**
   * @param rows opened, read and closed on the executor's thread
   * @param stop asked while there is nothing to read yet
   */
  ReadAhead(Supplier<Rows> rows, Executor executor, BooleanSupplier stop) {
    this.blocks = new FetchAhead<>(() -> new Blocks(rows.get()), BLOCKS, executor, stop);
  }

  private final class Blocks implements FetchAhead.Source<RowBlock> {
    private final Rows rows;

    Blocks(Rows rows) {
      this.rows = rows;
    }

    @Override
    public Optional<RowBlock> next() {
      Optional<RowBlock> next = rows.next();
      if (next.isEmpty()) {
        cut = rows.cut();
      }
      return next;
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  @Override
  public Optional<RowBlock> next() {
    return blocks.next();
  }

  @Override
  public boolean cut() {
    return cut;
  }

  @Override
  public void close() {
    blocks.close();
  }
}
