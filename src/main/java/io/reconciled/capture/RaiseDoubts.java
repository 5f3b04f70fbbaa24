package io.reconciled.capture;

import io.reconciled.due.Doubt;
import io.reconciled.due.Doubts;
import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
import io.reconciled.store.StoreHealth;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Puts entities in doubt for what one store's log did not tell, and says when it tells all again.
 * Services get a full grace window from then on: a key may have moved unseen between two looks.
 * Safe for several threads.
 */
public final class RaiseDoubts {
  private static final Logger LOG = Logger.getLogger(RaiseDoubts.class);
  private final StoreName store;
  private final Doubts doubts;
  private final StoreHealth health;
  private final Function<EntityName, Set<EntityName>> restingOn;
  private final InstantSource clock;
  private final AtomicLong raised = new AtomicLong();

  /**
   * @param restingOn entities with rules that rest on what an entity's datasets hold, itself too
   */
  public RaiseDoubts(
      StoreName store,
      Doubts doubts,
      StoreHealth health,
      Function<EntityName, Set<EntityName>> restingOn,
      InstantSource clock) {
    this.store = store;
    this.doubts = doubts;
    this.health = health;
    this.restingOn = restingOn;
    this.clock = clock;
  }

  /**
   * Durable when it returns.
   *
   * @param entities whose changes may not have been seen
   * @param why follows "store crm: "
   */
  void raise(Collection<EntityName> entities, Doubt.Cause cause, Instant since, String why) {
    Instant now = clock.instant();
    List<Doubt> found =
        entities.stream()
            .flatMap(entity -> restingOn.apply(entity).stream())
            .distinct()
            .map(entity -> new Doubt(entity, store, cause, since, now, why))
            .toList();
    if (found.isEmpty()) {
      return;
    }
    boolean known = waiting().containsAll(named(found));
    doubts.raise(found);
    health.unseenBefore(store, now);
    if (!known) {
      raised.incrementAndGet();
      LOG.warnf(
          "store %s: %s; its changes since %s may never have been seen: %s will be swept",
          store, why, since, found.stream().map(Doubt::entity).toList());
    }
  }

  /** The log is followed from a place that is on record. */
  void followed() {
    if (!waiting().isEmpty()) {
      Instant now = clock.instant();
      doubts.followed(store, now);
      health.unseenBefore(store, now);
      LOG.infof("store %s: its log is followed again; a full sweep settles the doubts", store);
    }
  }

  /** How many times something was put in doubt since the daemon started. */
  long raised() {
    return raised.get();
  }

  private record Named(EntityName entity, Doubt.Cause cause) {}

  /** Those that wait for the log to be followed. */
  private List<Named> waiting() {
    return named(
        doubts.open().stream()
            .filter(doubt -> doubt.store().equals(store) && doubt.followed().isEmpty())
            .toList());
  }

  private static List<Named> named(List<Doubt> doubts) {
    return doubts.stream().map(doubt -> new Named(doubt.entity(), doubt.cause())).toList();
  }
}
