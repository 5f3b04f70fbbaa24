package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Discrepancies of one rule and direction that began together; what an alert speaks of. It is over
 * when none of them is open any more, whatever became of them.
 *
 * @param discrepancies how many belong to it
 * @param open how many of them are still confirmed
 * @param removed how many of them were closed because their rule was taken out of the rules
 * @param examples the keys of the first few
 */
public record Incident(
    long id,
    EntityName entity,
    RuleName rule,
    Finding finding,
    Instant began,
    Instant lastConfirmed,
    Optional<Instant> over,
    long discrepancies,
    long open,
    long removed,
    List<String> examples) {
  public Incident {
    examples = List.copyOf(examples);
  }
}
