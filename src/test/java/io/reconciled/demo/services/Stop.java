package io.reconciled.demo.services;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks threads to end, and wakes those that pause. */
public final class Stop {

  private final CountDownLatch asked = new CountDownLatch(1);

  public void ask() {
    asked.countDown();
  }

  /** Pauses for so long; true at once where the thread should end. */
  public boolean within(Duration pause) {
    try {
      return asked.await(Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
