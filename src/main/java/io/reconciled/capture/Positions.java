package io.reconciled.capture;

import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The places in the logs of stores from which engines go on. All methods throw a {@link
 * io.reconciled.model.ReconciledException} where the state database fails.
 */
public interface Positions {
  /** Empty where an engine would begin at the end of the store's log. */
  Optional<OnRecord> of(StoreName store);

  /**
   * Forgets the place and all that an engine knew of the store, so that the next begins at the end
   * of the log. Durable when it returns; to be called while no engine follows the store.
   */
  void forget(StoreName store);

  /**
   * A place.
   *
   * @param offset the engine's source offset
   * @param written when it was put on record, by the daemon's clock
   */
  record OnRecord(Map<String, Object> offset, Instant written) {
    public OnRecord {
      offset = Map.copyOf(offset);
    }
  }
}
