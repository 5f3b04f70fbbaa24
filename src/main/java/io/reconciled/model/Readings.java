package io.reconciled.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What was read of one key, by dataset. A dataset that nobody read counts as unread, never as
 * absent.
 */
public record Readings(Map<DatasetName, Reading> byDataset) {
  private static final Unread NOT_READ =
      new Unread(UnverifiedReason.UNREACHABLE, "the dataset was not read");

  public Readings {
    byDataset = Map.copyOf(byDataset);
  }

  public Reading of(DatasetName dataset) {
    return byDataset.getOrDefault(dataset, NOT_READ);
  }

  /** The part of it that these datasets hold. */
  public Readings only(Collection<DatasetName> datasets) {
    Map<DatasetName, Reading> part = new HashMap<>();
    datasets.forEach(dataset -> part.put(dataset, of(dataset)));
    return new Readings(part);
  }

  /** The same readings with every present image changed. */
  public Readings mapped(Map<DatasetName, UnaryOperator<Image.Present>> changes) {
    Map<DatasetName, Reading> mapped = new HashMap<>(byDataset);
    changes.forEach((dataset, change) ->
        mapped.computeIfPresent(
            dataset,
            (d, reading) ->
                reading instanceof Image.Present present ? change.apply(present) : reading));
    return new Readings(mapped);
  }
}
