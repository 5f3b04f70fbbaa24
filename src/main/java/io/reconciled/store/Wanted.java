package io.reconciled.store;

import io.reconciled.model.Dataset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wanted of a store.
 *
 * @param capture whether its log is to be followed
 * @param lookedUp by dataset, the attributes by whose values rules look for keys; a dataset of
 *     which there are none may be left out
 */
public record Wanted(List<Dataset> datasets, boolean capture, Map<Dataset, Set<String>> lookedUp) {
  public Wanted {
    datasets = List.copyOf(datasets);
    lookedUp = Map.copyOf(lookedUp);
  }

  /** Datasets that are read by their keys only. */
  public Wanted(List<Dataset> datasets, boolean capture) {
    this(datasets, capture, Map.of());
  }

  /** By which of a dataset's attributes rules look for keys. */
  public Set<String> lookedUp(Dataset dataset) {
    return lookedUp.getOrDefault(dataset, Set.of());
  }
}
