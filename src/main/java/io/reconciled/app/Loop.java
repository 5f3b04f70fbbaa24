package io.reconciled.app;

import io.reconciled.model.ReconciledException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Runs rounds of a stage on a thread of its own until it is closed: at once again while there is
 * work, after a pause when there is none or a round failed. A failing round is told and tried
 * again; it never ends the loop.
 */
final class Loop implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Loop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(10);
  private final Thread thread;
  private volatile boolean closed;

  private Loop(String name, IntSupplier round, Duration pause) {
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> run(round, pause));
  }

  /**
   * @param round does one round and returns how much work it found
   * @param pause between rounds that found none
   */
  static Loop start(String name, IntSupplier round, Duration pause) {
    Loop loop = new Loop(name, round, pause);
    loop.thread.start();
    return loop;
  }

  private void run(IntSupplier round, Duration pause) {
    while (!closed) {
      try {
        if (round.getAsInt() == 0) {
          LockSupport.parkNanos(pause.toNanos());
        }
      } catch (RuntimeException failed) {
        tell(failed);
        LockSupport.parkNanos(AFTER_FAILURE.toNanos());
      }
    }
  }

  /** A failure that was foreseen speaks for itself; any other is told with its trace. */
  private void tell(RuntimeException failed) {
    if (closed) {
      LOG.debugf(failed, "%s: ended in the middle of a round", thread.getName());
    } else if (failed instanceof ReconciledException foreseen) {
      LOG.errorf("%s: tried again in a moment: %s", thread.getName(), foreseen.getMessage());
    } else {
      LOG.errorf(failed, "%s: a round failed and will be tried again", thread.getName());
    }
  }

  /** Ends after the round that is under way. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends as {@link #close} does, and returns only when the round under way is over. */
  void end() {
    close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
