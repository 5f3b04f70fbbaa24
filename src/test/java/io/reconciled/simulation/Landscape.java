package io.reconciled.simulation;

import io.reconciled.due.DueSettings;
import io.reconciled.model.DatasetName;
import io.reconciled.model.StoreName;
import io.reconciled.recheck.RecheckSettings;
import io.reconciled.rules.Entity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is there, and by which settings the daemon runs.
 *
 * @param places the first is the authority
 * @param keys that services write, from 1 on
 * @param rangeRows how many rows a sweep reads at a time
 * @param stateLatency of the calls of the state database that may take time
 * @param calm when services stop writing and all faults end, from the start on
 */
record Landscape(
    List<Place> places,
    int keys,
    Entity entity,
    DueSettings due,
    RecheckSettings recheck,
    long rangeRows,
    Duration stateLatency,
    Duration calm) {
  Landscape {
    places = List.copyOf(places);
  }

  Duration grace() {
    return entity.grace();
  }

  List<StoreName> stores() {
    return places.stream().map(Place::store).toList();
  }

  boolean isFollowed(DatasetName dataset) {
    return recheck.timing().captured().contains(dataset);
  }

  Set<StoreName> followed() {
    return places.stream().filter(Place::followed).map(Place::store).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return "stores: %s%n%d keys; %s%n%s; %d rows a range"
        .formatted(places, keys, due, recheck, rangeRows);
  }
}
