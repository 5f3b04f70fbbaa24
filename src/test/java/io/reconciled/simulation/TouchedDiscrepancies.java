package io.reconciled.simulation;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Standing;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A record of findings that the daemon may die at, and that fails with the state database.
 *
 * @param passTime called before each answer
 * @param recorded is told what has come on record, also where the daemon does not hear of it
 */
record TouchedDiscrepancies(
    Discrepancies record, Boundary boundary, Runnable passTime, Consumer<List<LifeEvent>> recorded)
    implements Discrepancies {
  @Override
  public void record(List<LifeEvent> events) {
    passTime.run();
    boundary.write(() -> {
      record.record(events);
      recorded.accept(events);
    });
  }

  @Override
  public Map<SharedKey, List<Standing>> standings(EntityName entity, Collection<SharedKey> keys) {
    passTime.run();
    return boundary.read(() -> record.standings(entity, keys));
  }

  @Override
  public List<SharedKey> openKeys(EntityName entity, Optional<SharedKey> after, int limit) {
    return boundary.read(() -> record.openKeys(entity, after, limit));
  }

  @Override
  public void forgetConvergedBefore(Instant time) {
    boundary.write(() -> record.forgetConvergedBefore(time));
  }
}
