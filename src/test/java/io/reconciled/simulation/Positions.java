package io.reconciled.simulation;

import io.reconciled.compare.Verdict;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import io.reconciled.simulation.Failure.Check;
import io.reconciled.simulation.History.Change;
import java.util.List;

/** What is acknowledged is looked at, or has a place from which it comes back after a crash. */
final class Positions {
  private final World world;
  private final Looks looks;
  private final Judge judge;

  Positions(World world, Looks looks, Judge judge) {
    this.world = world;
    this.looks = looks;
    this.judge = judge;
  }

  void acknowledged(Service service, long from, long to) {
    for (Change change : world.history().of(service.place().store())) {
      if (change.offset() > from && change.offset() <= to && !isFinished(change)) {
        judge.fail(
            Check.POSITIONS,
            change.key(),
            "entry %d of %s is acknowledged, but the key was not looked at since, and waits nowhere"
                .formatted(change.offset(), change.store()));
      }
    }
  }

  private boolean isFinished(Change change) {
    EntityName entity = world.landscape().entity().name();
    SharedKey key = change.key();
    boolean lookedAt =
        looks.of(key).stream()
            .filter(seen -> seen.asked() >= change.number())
            .anyMatch(seen ->
                seen.look().verdicts().values().stream().allMatch(Verdict.CONSISTENT::equals));
    return lookedAt
        || world.kept().dueTable().has(entity, key)
        || !world.kept().discrepancies().standings(entity, List.of(key)).isEmpty();
  }
}
