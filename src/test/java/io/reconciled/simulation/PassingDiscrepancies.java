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

/** Passes every call on to another record. */
abstract class PassingDiscrepancies implements Discrepancies {
  private final Discrepancies record;

  PassingDiscrepancies(Discrepancies record) {
    this.record = record;
  }

  @Override
  public void record(List<LifeEvent> events) {
    record.record(events);
  }

  @Override
  public Map<SharedKey, List<Standing>> standings(EntityName entity, Collection<SharedKey> keys) {
    return record.standings(entity, keys);
  }

  @Override
  public List<SharedKey> openKeys(EntityName entity, Optional<SharedKey> after, int limit) {
    return record.openKeys(entity, after, limit);
  }

  @Override
  public void forgetConvergedBefore(Instant time) {
    record.forgetConvergedBefore(time);
  }
}
