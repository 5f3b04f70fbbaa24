package io.reconciled.report;

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

/** A record on which nothing is open, and that keeps nothing. */
public final class NothingOpen implements Discrepancies {
  @Override
  public void record(List<LifeEvent> events) {}

  @Override
  public Map<SharedKey, List<Standing>> standings(EntityName entity, Collection<SharedKey> keys) {
    return Map.of();
  }

  @Override
  public List<SharedKey> openKeys(EntityName entity, Optional<SharedKey> after, int limit) {
    return List.of();
  }

  @Override
  public void forgetConvergedBefore(Instant before) {}
}
