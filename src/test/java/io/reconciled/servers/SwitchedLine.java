package io.reconciled.servers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A line that fails in the ways that networks do, and can be mended. It begins sound; a failure
 * stays until {@link #mend}, and may be followed by another before that.
 */
public final class SwitchedLine extends Line {
  private static final Duration DRIP = Duration.ofMillis(100);
  private final Object state = new Object();
  private final Set<Way> swallowed = EnumSet.noneOf(Way.class);
  private volatile Duration delay = Duration.ZERO;
  private volatile int most = Integer.MAX_VALUE;
  private final AtomicLong answered = new AtomicLong();
  private volatile boolean cut;

  /** A line to a port of this machine. */
  public SwitchedLine(int serverPort) throws IOException {
    super(serverPort);
  }

  /** Whoever is on the line is thrown off at once, and so is who comes. */
  public void cut() {
    cut = true;
    drop();
  }

  /** Whoever is on the line is thrown off, and nobody listens for more. */
  public void refuse() {
    stopListening();
    drop();
  }

  /** Clients are let on the line, and no byte gets through in either direction. */
  public void swallow() {
    swallow(Way.TO_SERVER);
    swallow(Way.TO_CLIENT);
  }

  /** The server hears its clients, who never hear its answers. */
  public void swallowAnswers() {
    swallow(Way.TO_CLIENT);
  }

  /** The clients hear the server, which never hears them. */
  public void swallowRequests() {
    swallow(Way.TO_SERVER);
  }

  /** Everything comes later by so much. */
  public void delay(Duration by) {
    delay = by;
  }

  /** Everything comes by so many bytes every tenth of a second. */
  public void drip(int bytes) {
    most = bytes;
    delay = DRIP;
  }

  /** Who comes from now on is led to another server, as by a name that has been moved. */
  public void leadTo(int serverPort) {
    carryTo(serverPort);
  }

  /** How many bytes of answers have come through so far. */
  public long answered() {
    return answered.get();
  }

  /** Ends all failures; what was held back on the way now comes, as a network would have it. */
  public void mend() {
    cut = false;
    delay = Duration.ZERO;
    most = Integer.MAX_VALUE;
    letThrough();
    try {
      listenAgain();
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  @Override
  boolean admits() {
    return !cut;
  }

  @Override
  void pass(Way way, byte[] bytes, OutputStream to) throws IOException {
    int from = 0;
    while (from < bytes.length) {
      int n = Math.min(bytes.length - from, awaitTurn(way));
      to.write(bytes, from, n);
      if (way == Way.TO_CLIENT) {
        answered.addAndGet(n);
      }
      from += n;
    }
  }

  private void swallow(Way way) {
    synchronized (state) {
      swallowed.add(way);
    }
  }

  /** Waits as long as the line wants, and tells how many bytes may then pass. */
  private int awaitTurn(Way way) throws IOException {
    LockSupport.parkNanos(delay.toNanos());
    synchronized (state) {
      try {
        while (swallowed.contains(way)) {
          state.wait();
        }
        return most;
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
  }

  @Override
  public void close() {
    super.close();
    letThrough();
  }

  private void letThrough() {
    synchronized (state) {
      swallowed.clear();
      state.notifyAll();
    }
  }
}
