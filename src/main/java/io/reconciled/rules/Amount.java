package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.List;
import java.util.stream.Stream;

/** The other side of a count or a sum. */
public sealed interface Amount {
  DatasetName dataset();

  /** A number that the dataset holds of the key. */
  record Of(DatasetName dataset, String attribute) implements Amount {}

  /** How many rows of the dataset carry the key. */
  record Rows(DatasetName dataset) implements Amount {}

  /** Both sides, each once. */
  default List<DatasetName> and(DatasetName other) {
    return Stream.of(other, dataset()).distinct().toList();
  }
}
