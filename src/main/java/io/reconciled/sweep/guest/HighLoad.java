package io.reconciled.sweep.guest;

import io.reconciled.rules.SweepLimits.PauseAbove;
import io.reconciled.store.Load;
import io.reconciled.store.Load.Figure;
import io.reconciled.store.StoreFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * The store is busier than its limits. It is asked every few seconds, and only while someone wants
 * to know. What its user may not see is no limit; a store that does not answer is none either, for
 * the sweep is to find that out, and say so.
 */
final class HighLoad implements Barrier {
  static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(3);
  private final PauseAbove limits;
  private final Supplier<Load> store;
  private final Ticks ticks;
  private final Executor executor;
  private Optional<String> last = Optional.of("its load is not known yet");
  private Optional<Long> asked = Optional.empty();

  /**
   * @param executor asks the store
   */
  HighLoad(PauseAbove limits, Supplier<Load> store, Ticks ticks, Executor executor) {
    this.limits = limits;
    this.store = store;
    this.ticks = ticks;
    this.executor = executor;
  }

  @Override
  public Optional<String> why() {
    if (isToBeAsked()) {
      try {
        executor.execute(this::ask);
      } catch (RejectedExecutionException shuttingDown) {
        return Optional.empty();
      }
    }
    return last();
  }

  /** Of a moment ago: while no sweep wants to know, nobody does. */
  @Override
  public synchronized Optional<String> known() {
    long now = ticks.now();
    return asked.filter(at -> now - at < 2 * BETWEEN_QUESTIONS.toNanos()).flatMap(at -> last);
  }

  private synchronized Optional<String> last() {
    return last;
  }

  private synchronized boolean isToBeAsked() {
    long now = ticks.now();
    boolean wanted = asked.map(at -> now - at >= BETWEEN_QUESTIONS.toNanos()).orElse(true);
    if (wanted) {
      asked = Optional.of(now);
    }
    return wanted;
  }

  private void ask() {
    Optional<String> above = Optional.empty();
    try {
      above = above(store.get());
    } catch (StoreFailure unanswered) {
      // Left to the sweep, which names what it cannot read.
    }
    answered(above);
  }

  private synchronized void answered(Optional<String> above) {
    last = above;
  }

  private Optional<String> above(Load load) {
    return seen(load.activeSessions())
        .filter(sessions ->
            limits.activeSessions().isPresent() && sessions > limits.activeSessions().getAsInt())
        .map(sessions ->
            "%d sessions are active there, above %d"
                .formatted(sessions, limits.activeSessions().getAsInt()))
        .or(() -> behind(load));
  }

  private Optional<String> behind(Load load) {
    return limits
        .replicaLag()
        .flatMap(limit ->
            seen(load.replicaLag())
                .filter(lag -> lag.compareTo(limit) > 0)
                .map(lag ->
                    lag.equals(Load.STANDS_STILL)
                        ? "the replica stands still"
                        : "the replica is %d s behind, above %d s"
                            .formatted(lag.toSeconds(), limit.toSeconds())));
  }

  private static <T> Optional<T> seen(Figure<T> figure) {
    return figure instanceof Load.Seen<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
