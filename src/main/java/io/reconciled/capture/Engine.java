package io.reconciled.capture;

import io.reconciled.model.StoreName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One run over one store's log, used once: {@link #start}, then {@link #endedWithin} as often as
 * wanted, then {@link #stop}, also after it ended by itself.
 */
public interface Engine {

  /** Makes engines; the one place that knows which library does the work. */
  @FunctionalInterface
  interface Factory {
    /**
     * An engine that resumes behind the last acknowledged record of this store.
     *
     * @param connector what {@code ChangeFeed.engineProperties} said
     */
    Engine engine(StoreName store, Map<String, String> connector, Deliveries deliveries);
  }

  void start();

  /**
   * Waits for the engine to end by itself.
   *
   * @return why it ended, without stored values; empty when it still runs
   */
  Optional<String> endedWithin(Duration limit) throws InterruptedException;

  /** Ends it and waits until it has let go of its threads and connections. */
  void stop();
}
