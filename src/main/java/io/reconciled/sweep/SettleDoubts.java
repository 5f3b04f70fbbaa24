package io.reconciled.sweep;

import io.reconciled.due.Doubt;
import io.reconciled.due.Doubts;
import io.reconciled.model.EntityName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Settles doubts by what sweeps of all keys have read. It asks the record, not the sweep that has
 * just ended: a crash between the two changes nothing.
 */
public final class SettleDoubts {
  private static final Logger LOG = Logger.getLogger(SettleDoubts.class);
  private final Doubts doubts;
  private final SweepLog log;
  private final InstantSource clock;

  public SettleDoubts(Doubts doubts, SweepLog log, InstantSource clock) {
    this.doubts = doubts;
    this.log = log;
    this.clock = clock;
  }

  /** Forgets what the last sweeps have settled. */
  public void round() {
    Set<EntityName> inDoubt = entities();
    inDoubt.forEach(this::settle);
    if (!inDoubt.isEmpty()) {
      inDoubt.removeAll(entities());
      inDoubt.forEach(entity -> LOG.infof("%s: nothing is in doubt any more", entity));
    }
  }

  /** A sweep of the future began under a clock that was set back since: nobody knows when. */
  private void settle(EntityName entity) {
    Instant now = clock.instant();
    log.lastOfAll(entity)
        .filter(sweep -> sweep.state() == Sweep.State.COMPLETE)
        .filter(sweep -> !sweep.started().isAfter(now))
        .ifPresent(sweep -> doubts.settle(entity, sweep.started()));
  }

  private Set<EntityName> entities() {
    return doubts.open().stream().map(Doubt::entity).collect(Collectors.toSet());
  }
}
