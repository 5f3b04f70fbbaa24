package io.reconciled.store;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Fetches from a slow source on a thread of its own, a little ahead of whoever wants what it gives.
 * Read by one thread.
 */
public final class FetchAhead<T> implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 50;
  private final BlockingQueue<Fetched<T>> fetched;
  private final BooleanSupplier stop;
  private boolean ended;
  private volatile boolean closed;

  /** What is fetched from; used by one thread at a time. */
  public interface Source<T> extends AutoCloseable {
    /** Empty at its end, after which it is not asked again. */
    Optional<T> next();

    @Override
    void close();
  }

  private sealed interface Fetched<T> {
    record Next<T>(T next) implements Fetched<T> {}

    record End<T>() implements Fetched<T> {}

    record Failed<T>(RuntimeException why) implements Fetched<T> {}
  }

  /**
   * @param source opened, read and closed on the executor's thread
   * @param ahead how much may wait to be taken, at least 1
   * @param stop asked while there is nothing to take yet; where it is true, that is the end
   */
  public FetchAhead(
      Supplier<? extends Source<T>> source, int ahead, Executor executor, BooleanSupplier stop) {
    this.fetched = new ArrayBlockingQueue<>(ahead);
    this.stop = stop;
    executor.execute(() -> fetch(source));
  }

  private void fetch(Supplier<? extends Source<T>> opened) {
    try (Source<T> source = opened.get()) {
      boolean goOn = true;
      while (goOn) {
        Optional<T> next = source.next();
        goOn = hand(next.<Fetched<T>>map(Fetched.Next::new).orElseGet(Fetched.End::new));
        goOn &= next.isPresent();
      }
    } catch (RuntimeException why) {
      hand(new Fetched.Failed<>(why));
    } catch (StackOverflowError | OutOfMemoryError tooMuch) {
      // Whoever waits for what comes next would wait for ever.
      hand(new Fetched.Failed<>(new IllegalStateException(tooMuch)));
    }
  }

  /** Whether more is wanted. */
  private boolean hand(Fetched<T> next) {
    try {
      while (!closed) {
        if (fetched.offer(next, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          return !closed;
        }
      }
    } catch (InterruptedException shuttingDown) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /**
   * What comes next; empty at the end. Throws what the source threw.
   *
   * @throws FetchInterrupted where the thread is interrupted: that is no end
   */
  public Optional<T> next() {
    if (ended) {
      return Optional.empty();
    }
    return switch (take()) {
      case Fetched.Next<T>(T next) -> Optional.of(next);
      case Fetched.End<T> last -> {
        ended = true;
        yield Optional.empty();
      }
      case Fetched.Failed<T>(RuntimeException why) -> throw why;
    };
  }

  private Fetched<T> take() {
    try {
      Fetched<T> next = fetched.poll();
      while (next == null) {
        if (stop.getAsBoolean() || closed) {
          return new Fetched.End<>();
        }
        next = fetched.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
      return next;
    } catch (InterruptedException shuttingDown) {
      Thread.currentThread().interrupt();
      throw new FetchInterrupted();
    }
  }

  /** Ends the fetching as soon as the source returns, without waiting for that. */
  @Override
  public void close() {
    closed = true;
    fetched.clear();
  }
}
