package io.reconciled.simulation;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;

/** Two records that must give the same answers. */
record TwinDiscrepancies(Discrepancies one, Discrepancies other) implements Discrepancies {
  @Override
  public void record(List<LifeEvent> events) {
    one.record(events);
    other.record(events);
  }

  @Override
  public Map<SharedKey, List<Standing>> standings(EntityName entity, Collection<SharedKey> keys) {
    Map<SharedKey, List<Standing>> told = one.standings(entity, keys);
    Map<SharedKey, List<Standing>> others = other.standings(entity, keys);
    assertThat(told.keySet()).isEqualTo(others.keySet());
    told.forEach((key, standings) ->
        assertThat(Set.copyOf(standings))
            .isEqualTo(Set.copyOf(others.getOrDefault(key, List.of()))));
    return told;
  }

  @Override
  public List<SharedKey> openKeys(EntityName entity, Optional<SharedKey> after, int limit) {
    List<SharedKey> told = one.openKeys(entity, after, limit);
    assertThat(told).isEqualTo(other.openKeys(entity, after, limit));
    return told;
  }

  @Override
  public void forgetConvergedBefore(Instant time) {
    one.forgetConvergedBefore(time);
    other.forgetConvergedBefore(time);
  }
}
