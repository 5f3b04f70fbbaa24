package io.reconciled.simulation;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.rules.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was ever written in the stores, in the order in which it was. */
final class History {
  private final Entity entity;
  private final Map<StoreName, List<Change>> byStore = new HashMap<>();
  private long changes;

  /**
   * @param number over all stores, 1 and up
   * @param at by the daemon's clock
   * @param status empty where the key was removed
   * @param offset in the store's log
   */
  record Change(
      long number,
      Instant at,
      StoreName store,
      SharedKey key,
      Optional<String> status,
      long offset) {
    Image image() {
      return status
          .<Image>map(text -> new Image.Present(Map.of("status", Value.text(text))))
          .orElse(Image.ABSENT);
    }
  }

  History(Entity entity) {
    this.entity = entity;
  }

  Change write(Instant at, StoreName store, SharedKey key, Optional<String> status, long offset) {
    Change change = new Change(++changes, at, store, key, status, offset);
    of(store).add(change);
    return change;
  }

  /** The number of the latest change. */
  long now() {
    return changes;
  }

  /** All of a store, oldest first. */
  List<Change> of(StoreName store) {
    return byStore.computeIfAbsent(store, first -> new ArrayList<>());
  }

  /** The last change of a key in a store; empty where it never was there. */
  Optional<Change> last(StoreName store, SharedKey key) {
    return lastUpTo(store, key, Long.MAX_VALUE);
  }

  Optional<Change> lastUpTo(StoreName store, SharedKey key, long number) {
    List<Change> all = of(store);
    for (int i = all.size() - 1; i >= 0; i--) {
      Change change = all.get(i);
      if (change.key().equals(key) && change.number() <= number) {
        return Optional.of(change);
      }
    }
    return Optional.empty();
  }

  /** What all stores hold of a key at this moment. */
  Readings readings(SharedKey key) {
    return readingsAfter(key, changes);
  }

  /** What all stores held of a key after a change. */
  Readings readingsAfter(SharedKey key, long number) {
    Map<DatasetName, Reading> images = new HashMap<>();
    for (Dataset dataset : entity.datasets()) {
      images.put(
          dataset.name(),
          lastUpTo(dataset.store(), key, number).map(Change::image).orElse(Image.ABSENT));
    }
    return new Readings(images);
  }
}
