package io.reconciled.sweep;

import io.reconciled.due.Doubt;
import io.reconciled.due.Doubts;
import io.reconciled.model.EntityName;
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

  public SettleDoubts(Doubts doubts, SweepLog log) {
    this.doubts = doubts;
    this.log = log;
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

  private void settle(EntityName entity) {
    log.lastOfAll(entity)
        .filter(sweep -> sweep.state() == Sweep.State.COMPLETE)
        .ifPresent(sweep -> doubts.settle(entity, sweep.started()));
  }

  private Set<EntityName> entities() {
    return doubts.open().stream().map(Doubt::entity).collect(Collectors.toSet());
  }
}
