package io.reconciled.simulated;

import io.reconciled.model.Dataset;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.store.ChangeEvent;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.Resumable;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the entries of a {@link SimulatedLog}. */
final class SimulatedFeed implements ChangeFeed {
  /** It keeps all of its log. */
  @Override
  public Resumable resumable(StoreSettings settings, Map<String, ?> offset) {
    return new Resumable.FromThere();
  }

  @Override
  public Map<List<String>, String> identities(StoreSettings settings, List<Dataset> datasets) {
    return Map.of();
  }

  @Override
  public List<StoreComplaint> prepare(StoreSettings settings, List<Dataset> datasets) {
    return List.of();
  }

  @Override
  public Map<String, String> engineProperties(StoreSettings settings, List<Dataset> datasets) {
    return Map.of();
  }

  @Override
  public Optional<Position> position(Map<String, ?> offset) {
    return offset.get(SimulatedLog.OFFSET) instanceof Long number
        ? Optional.of(new Position(0, number))
        : Optional.empty();
  }

  @Override
  public boolean concerns(Dataset dataset, ChangeEvent event) {
    return String.join(".", dataset.container()).equals(event.source().get(SimulatedLog.CONTAINER));
  }

  @Override
  public Set<SharedKey> keys(Dataset dataset, ChangeEvent event) {
    return event.after().get(String.join(",", dataset.keyFields())) instanceof SharedKey key
        ? Set.of(key)
        : Set.of();
  }
}
