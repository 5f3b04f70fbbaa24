package io.reconciled.sweep;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What a sweep needs besides stores, where no time passes. */
public final class SweepingInTests {
  public static final Executor READERS = Executors.newVirtualThreadPerTaskExecutor();
  public static final Hold NO_HOLD =
      time -> {
        throw new IllegalStateException("no sweep here has patience, so none should wait " + time);
      };

  private SweepingInTests() {}

  /** Settings for ranges that begin with so many rows, and no patience with stores. */
  public static SweepSettings inRangesOf(long rows) {
    return new SweepSettings(rows, Duration.ofMillis(500), Duration.ZERO);
  }
}
