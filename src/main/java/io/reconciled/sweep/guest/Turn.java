package io.reconciled.sweep.guest;

import java.util.concurrent.atomic.AtomicBoolean;

/** A sweep's turn to read one range. Closing it lets others have their turn. */
public final class Turn implements AutoCloseable {
  private final Runnable giveBack;
  private final AtomicBoolean over = new AtomicBoolean();

  Turn(Runnable giveBack) {
    this.giveBack = giveBack;
  }

  /** One that nobody has to wait for. */
  public static Turn free() {
    return new Turn(() -> {});
  }

  /** May be called more than once. */
  @Override
  public void close() {
    if (over.compareAndSet(false, true)) {
      giveBack.run();
    }
  }
}
