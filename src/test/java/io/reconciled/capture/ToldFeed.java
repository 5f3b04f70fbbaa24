package io.reconciled.capture;

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

/** A store without changes, whose log and tables are as a test tells. */
final class ToldFeed implements ChangeFeed {
  Resumable resumable = new Resumable.FromThere();
  Map<List<String>, String> identities = Map.of();
  Optional<Position> delivered = Optional.empty();
  int asked;

  @Override
  public Resumable resumable(StoreSettings settings, Map<String, ?> offset) {
    return resumable;
  }

  @Override
  public Map<List<String>, String> identities(StoreSettings settings, List<Dataset> datasets) {
    return identities;
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
    return offset.get("pos") instanceof Long pos
        ? Optional.of(new Position(1, pos))
        : Optional.empty();
  }

  @Override
  public Optional<Position> delivered(StoreSettings settings, Map<String, ?> offset) {
    asked++;
    return delivered;
  }

  @Override
  public boolean concerns(Dataset dataset, ChangeEvent event) {
    return false;
  }

  @Override
  public Set<SharedKey> keys(Dataset dataset, ChangeEvent event) {
    return Set.of();
  }
}
