package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A dataset as its file maps it, and how its values read.
 *
 * @param shards the tables or collections it is spread over, all alike; usually one
 */
record MappedDataset(List<Dataset> shards, Mapping mapping) {
  MappedDataset {
    shards = List.copyOf(shards);
  }

  DatasetName name() {
    return shards.getFirst().name();
  }

  boolean severalRows() {
    return shards.getFirst().severalRows();
  }

  /** What rules may speak of: attributes that are stored, then those that are computed. */
  Set<String> attributes() {
    Set<String> attributes = new LinkedHashSet<>(shards.getFirst().attributes().keySet());
    attributes.addAll(mapping.computed().keySet());
    return attributes;
  }
}
