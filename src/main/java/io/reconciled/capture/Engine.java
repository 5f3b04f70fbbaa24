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
  interface Factory {
    /** Where its engines go on. */
    Positions positions();

    /**
     * An engine that resumes behind the last acknowledged record of this store.
     *
     * @param connector what {@code ChangeFeed.engineProperties} said
     */
    Engine engine(StoreName store, Map<String, String> connector, Deliveries deliveries);
  }

  /**
   * How it ended.
   *
   * @param why without stored values
   * @param logGone whether it ended because the store does not have the log behind its place
   */
  record End(String why, boolean logGone) {}

  void start();

  /**
   * Waits for the engine to end by itself.
   *
   * @return empty when it still runs
   */
  Optional<End> endedWithin(Duration limit) throws InterruptedException;

  /** Ends it and waits until it has let go of its threads and connections. */
  void stop();
}
