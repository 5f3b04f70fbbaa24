package io.reconciled.capture;

import io.reconciled.model.ReconciledException;
import io.reconciled.store.Hold;
import io.reconciled.store.StoreComplaint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Holds the right to follow a store for as long as its log is followed: {@link #take}, then {@link
 * #lost} again and again, then {@link #close}; and anew. Used by one thread.
 */
final class HoldStore implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(HoldStore.class);
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(20);
  private final Hold hold;
  private final Capture.Source source;
  private final InstantSource clock;
  private Instant nextSign = Instant.MIN;

  HoldStore(Capture.Source source, InstantSource clock) {
    this.hold = source.feed().hold(source.store());
    this.source = source;
    this.clock = clock;
  }

  /**
   * @return who has it instead; empty where it is held
   * @throws io.reconciled.store.StoreFailure where the store cannot be asked
   */
  Optional<StoreComplaint> take() {
    nextSign = clock.instant().plus(BETWEEN_SIGNS);
    return hold.renew();
  }

  /**
   * To be called often while an engine runs. Where the store cannot be asked, the engine is the one
   * to notice that; the right is not lost by it.
   *
   * @return who has got it meanwhile, for whom the engine must end; empty where it may go on
   */
  Optional<String> lost() {
    if (clock.instant().isBefore(nextSign)) {
      return Optional.empty();
    }
    try {
      return take().map(StoreComplaint::what);
    } catch (ReconciledException notNow) {
      LOG.debugf("store %s: %s", source.store().name(), notNow.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    hold.close();
  }
}
