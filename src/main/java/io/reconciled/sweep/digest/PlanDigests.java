package io.reconciled.sweep.digest;

import io.reconciled.model.Dataset;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Mapping;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.Stores;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks whether an entity can be swept by digests, and whether it is worth it. */
public final class PlanDigests {
  private final Stores stores;
  private final Set<StoreName> narrow;

  /**
   * @param narrow the stores that rows do not travel from cheaply
   */
  public PlanDigests(Stores stores, Set<StoreName> narrow) {
    this.stores = stores;
    this.narrow = Set.copyOf(narrow);
  }

  /** For an entity whose stores agree on the order of its keys. */
  public DigestPlan of(Entity entity) {
    if (entity.stores().stream().noneMatch(narrow::contains)) {
      return DigestPlan.not("no connector of its stores says sweep: { link: narrow }");
    }
    DigestedRules rules = new DigestedRules(entity);
    return rules
        .objection()
        .or(() -> mapped(entity))
        .or(() ->
            entity.datasets().stream()
                .flatMap(dataset -> stored(dataset, rules.attributes()).stream())
                .findFirst())
        .map(DigestPlan::not)
        .orElseGet(() -> new DigestPlan(rules.attributes(), Optional.empty()));
  }

  /** What stands between what is stored and what is compared. */
  private static Optional<String> mapped(Entity entity) {
    if (entity.datasetNames().size() != entity.datasets().size()) {
      return Optional.of("a dataset is spread over several places");
    }
    for (Dataset dataset : entity.datasets()) {
      if (dataset.severalRows()) {
        return Optional.of("%s may have several rows of a key".formatted(dataset.name()));
      }
      if (!entity.mappings().getOrDefault(dataset.name(), Mapping.NONE).changesNothing()) {
        return Optional.of(
            "%s has values that are not compared as they are stored".formatted(dataset.name()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> stored(Dataset dataset, List<String> attributes) {
    try {
      return stores
          .of(dataset.store())
          .noDigest(dataset, attributes)
          .map(objection -> dataset.name() + " " + objection);
    } catch (StoreFailure failure) {
      return Optional.of(
          "%s could not be asked: %s".formatted(dataset.name(), failure.unread().detail()));
    }
  }
}
