package io.reconciled.app;

import io.reconciled.model.Secret;
import io.reconciled.model.StateUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Keeps this process the only one that uses its state database. H2 sees to that by itself: its file
 * is locked while it is open.
 */
final class KeepLease implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(KeepLease.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private final Optional<StateLease> lease;
  private final Optional<Loop> loop;
  private final Consumer<String> taken;

  private KeepLease(Optional<StateLease> lease, Consumer<String> taken) {
    this.lease = lease;
    this.taken = taken;
    this.loop = lease.map(held -> Loop.start("state-lease", () -> look(held), BETWEEN_LOOKS));
  }

  /**
   * @param patience how long to wait for another process to end
   * @param taken is told who has the state database, where this process has lost it to another
   * @throws StateUnavailable as {@link StateLease#take} does
   */
  static KeepLease take(
      StateUrl url, String user, Secret password, Duration patience, Consumer<String> taken) {
    return new KeepLease(
        url.leased()
            ? Optional.of(StateLease.take(url, user, password, patience))
            : Optional.empty(),
        taken);
  }

  /** A database that does not answer has let nobody else in either. */
  private int look(StateLease held) {
    try {
      held.renew().ifPresent(taken);
    } catch (StateUnavailable notAnswering) {
      LOG.debugf("the lease of the state database: %s", notAnswering.getMessage());
    }
    return 0;
  }

  @Override
  public void close() {
    loop.ifPresent(Loop::close);
    lease.ifPresent(StateLease::close);
  }
}
