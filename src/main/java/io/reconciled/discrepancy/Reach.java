package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Lookup;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Since when what a look rests on has been in reach without a break. Services could not bring a
 * change to a store that was down, so their grace window begins anew when it is back.
 *
 * @param datasets since when all stores of a dataset; what is left out is not known to have failed
 * @param lookups the same for the stores that a question about other keys was put to
 */
public record Reach(Map<DatasetName, Instant> datasets, Map<Lookup, Instant> lookups) {
  /** No store is known to have failed. */
  public static final Reach UNBROKEN = new Reach(Map.of(), Map.of());

  public Reach {
    datasets = Map.copyOf(datasets);
    lookups = Map.copyOf(lookups);
  }

  /** Since when everything that the finding rests on; other stores are no matter of it. */
  Optional<Instant> since(Finding finding) {
    Stream<Instant> own =
        finding.datasets().stream()
            .flatMap(dataset -> Optional.ofNullable(datasets.get(dataset)).stream());
    Stream<Instant> asked =
        lookups.entrySet().stream()
            .filter(lookup -> finding.restsOn(lookup.getKey()))
            .map(Map.Entry::getValue);
    return Stream.concat(own, asked).max(Comparator.naturalOrder());
  }
}
