package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A finding with a life.
 *
 * @param key the shared key as text
 * @param since when the disagreement was first seen
 * @param closed when it was resolved, converged, or its rule removed
 * @param incident the incident it belongs to, once confirmed
 * @param history oldest first; empty in lists, where it is not loaded
 */
public record Discrepancy(
    long id,
    EntityName entity,
    RuleName rule,
    String key,
    Status status,
    Finding finding,
    Instant since,
    Optional<Instant> confirmed,
    Optional<Instant> closed,
    Optional<Long> incident,
    List<Sighting> history) {
  public Discrepancy {
    history = List.copyOf(history);
  }
}
