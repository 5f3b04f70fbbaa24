package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import io.reconciled.model.RuleName;
import java.util.List;
import java.util.Optional;

/** What must hold between the images of one key. */
public sealed interface Rule {
  RuleName name();

  /** The datasets that the rule reads; at least two. */
  List<DatasetName> datasets();

  /**
   * The key is in all of these datasets, or in none.
   *
   * @param reference the dataset that decides: what it has is <em>missing in</em> others, what it
   *     lacks is <em>extra in</em> others
   */
  record Present(RuleName name, List<DatasetName> datasets, DatasetName reference) implements Rule {
    public Present {
      datasets = List.copyOf(datasets);
    }
  }

  /**
   * The attributes have equal values in all of these datasets that have the key. Where a key is
   * missing is the business of {@link Present}.
   *
   * @param authority the dataset that is right; without it, every pair is compared and no side
   *     taken
   */
  record Equal(
      RuleName name,
      List<DatasetName> datasets,
      List<String> attributes,
      Optional<DatasetName> authority)
      implements Rule {
    public Equal {
      datasets = List.copyOf(datasets);
      attributes = List.copyOf(attributes);
    }
  }
}
