package io.reconciled.sweep;

import io.reconciled.model.encoded.RowBlock;
import io.reconciled.store.Rows;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Reads rows on a thread of its own, a few blocks ahead of whoever wants them, so that all stores
 * of a merge stream at the same time. Where the sweep is to stop, the rows end as if they were cut,
 * however long a store may take to show the next. Read by one thread.
 */
final class ReadAhead implements Rows {
  private static final int BLOCKS = 4;
  private static final long PATIENCE_MILLIS = 50;
  private final BlockingQueue<Read> read = new ArrayBlockingQueue<>(BLOCKS);
  private final BooleanSupplier stop;
  private Optional<Read.End> end = Optional.empty();
  private volatile boolean closed;

  private sealed interface Read {
    record Block(RowBlock block) implements Read {}

    record End(boolean cut) implements Read {}

    record Failed(RuntimeException why) implements Read {}
  }

  /**
   * @param rows opened, read and closed on the executor's thread
   * @param stop asked while there is nothing to read yet
   */
  ReadAhead(Supplier<Rows> rows, Executor executor, BooleanSupplier stop) {
    this.stop = stop;
    executor.execute(() -> readAll(rows));
  }

  private void readAll(Supplier<Rows> opened) {
    try (Rows rows = opened.get()) {
      for (Optional<RowBlock> block = rows.next(); ; block = rows.next()) {
        boolean goOn = hand(block.<Read>map(Read.Block::new).orElse(new Read.End(rows.cut())));
        if (!goOn || block.isEmpty()) {
          return;
        }
      }
    } catch (RuntimeException why) {
      hand(new Read.Failed(why));
    }
  }

  /** Whether more is wanted. */
  private boolean hand(Read next) {
    try {
      while (!closed) {
        if (read.offer(next, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          return !closed;
        }
      }
    } catch (InterruptedException shuttingDown) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Override
  public Optional<RowBlock> next() {
    if (end.isPresent()) {
      return Optional.empty();
    }
    return switch (take()) {
      case Read.Block(RowBlock block) -> Optional.of(block);
      case Read.End last -> {
        end = Optional.of(last);
        yield Optional.empty();
      }
      case Read.Failed(RuntimeException why) -> throw why;
    };
  }

  private Read take() {
    try {
      Read next = read.poll();
      while (next == null) {
        if (stop.getAsBoolean()) {
          return new Read.End(true);
        }
        next = read.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
      return next;
    } catch (InterruptedException shuttingDown) {
      Thread.currentThread().interrupt();
      throw new SweepInterrupted();
    }
  }

  @Override
  public boolean cut() {
    return end.map(Read.End::cut).orElse(false);
  }

  @Override
  public void close() {
    closed = true;
    read.clear();
  }
}
