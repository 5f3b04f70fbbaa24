package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.List;
import java.util.Optional;

/**
 * Which dataset is right about an attribute. Evaluated when it is needed, from the images at hand;
 * a finding that is on record is never rewritten by it.
 */
public sealed interface Authority {
  /** The dataset that is right whatever the images hold; empty where that depends on them. */
  default Optional<DatasetName> always() {
    return Optional.empty();
  }

  /** One dataset is right. */
  record One(DatasetName dataset) implements Authority {
    @Override
    public Optional<DatasetName> always() {
      return Optional.of(dataset);
    }
  }

  /** The first of these that has the key is right. */
  record FirstOf(List<DatasetName> datasets) implements Authority {
    public FirstOf {
      datasets = List.copyOf(datasets);
    }
  }

  /**
   * The dataset that holds the greatest value is right.
   *
   * @param attribute a version number or a time that all datasets of the rule map
   */
  record Newest(String attribute) implements Authority {}

  /** No side is taken; differences are only reported. */
  record Nobody() implements Authority {}
}
