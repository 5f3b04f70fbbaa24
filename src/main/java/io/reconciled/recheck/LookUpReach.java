package io.reconciled.recheck;

import io.reconciled.discrepancy.Reach;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Fits;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells since when the stores behind what was read have been in reach, and their tables as they
 * are. Make it after reading, for the keys that were read together.
 */
final class LookUpReach {
  private final ReadImages readImages;
  private final AnswerLookups answerLookups;
  private final Map<DatasetName, Instant> datasets = new HashMap<>();
  private final Reach withoutLookups;

  LookUpReach(Entity entity, ReadImages readImages, AnswerLookups answerLookups, Fits fits) {
    this.readImages = readImages;
    this.answerLookups = answerLookups;
    for (DatasetName dataset : entity.datasetNames()) {
      Instant asItIs =
          entity.shards(dataset).stream()
              .map(fits::since)
              .max(Comparator.naturalOrder())
              .orElse(Instant.MIN);
      allSince(entity.storesOf(dataset))
          .ifPresent(since -> datasets.put(dataset, asItIs.isAfter(since) ? asItIs : since));
    }
    this.withoutLookups = new Reach(datasets, Map.of());
  }

  Reach of(Readings readings) {
    if (readings.answers().isEmpty()) {
      return withoutLookups;
    }
    Map<Lookup, Instant> lookups = new HashMap<>();
    for (Lookup lookup : readings.answers().keySet()) {
      allSince(answerLookups.storesAsked(lookup)).ifPresent(since -> lookups.put(lookup, since));
    }
    return new Reach(datasets, lookups);
  }

  /** A whole of several stores is in reach since the last of them is. */
  private Optional<Instant> allSince(Collection<StoreName> stores) {
    return stores.stream()
        .flatMap(store -> readImages.inReachSince(store).stream())
        .max(Comparator.naturalOrder());
  }
}
