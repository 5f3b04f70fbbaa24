package io.reconciled.discrepancy;

import io.reconciled.model.DatasetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from a fact.
 *
 * @param life the key's life from here on
 * @param events to record, in order, before anything else is done
 * @param lookAt when to look again; empty where no look is needed
 * @param durable whether the events recorded so far bring the key back after a crash, so that the
 *     log need not
 * @param fence the datasets whose captures must pass the end of their logs; empty for none
 */
public record Step(
    KeyLife life,
    List<LifeEvent> events,
    Optional<Instant> lookAt,
    boolean durable,
    Set<DatasetName> fence) {
  public Step {
    events = List.copyOf(events);
    fence = Set.copyOf(fence);
  }
}
