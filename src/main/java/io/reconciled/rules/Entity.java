package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyShape;
import io.reconciled.model.StoreName;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One rules file: an entity, where it lives, and what must hold.
 *
 * @param grace how long stores may disagree after a change before it counts; positive
 * @param datasets one that is spread over several tables or stores is there once for each
 * @param mappings per dataset, how its values read in the entity's own words
 * @param sweep when to sweep, as a Quartz cron expression; empty for on demand only
 * @param sweepMoved when to sweep what moved since it was last read, as another; empty for never
 */
public record Entity(
    EntityName name,
    KeyShape keyShape,
    Duration grace,
    List<Dataset> datasets,
    Map<DatasetName, Mapping> mappings,
    List<Rule> rules,
    Optional<String> sweep,
    Optional<String> sweepMoved,
    Places places) {
  private static final Set<String> OWN_LINES = Set.of("key", "where");

  public Entity {
    datasets = List.copyOf(datasets);
    mappings = Map.copyOf(mappings);
    rules = List.copyOf(rules);
  }

  /** One that is not swept in part. */
  public Entity(
      EntityName name,
      KeyShape keyShape,
      Duration grace,
      List<Dataset> datasets,
      Map<DatasetName, Mapping> mappings,
      List<Rule> rules,
      Optional<String> sweep,
      Places places) {
    this(name, keyShape, grace, datasets, mappings, rules, sweep, Optional.empty(), places);
  }

  Entity with(List<Rule> others) {
    return new Entity(name, keyShape, grace, datasets, mappings, others, sweep, sweepMoved, places);
  }

  /** The tables, collections or views that a dataset is spread over; usually one. */
  public List<Dataset> shards(DatasetName wanted) {
    return datasets.stream().filter(dataset -> dataset.name().equals(wanted)).toList();
  }

  /** Each dataset once, in the order of the file. */
  public List<DatasetName> datasetNames() {
    return datasets.stream().map(Dataset::name).distinct().toList();
  }

  /** The stores that a dataset is spread over; usually one. */
  public List<StoreName> storesOf(DatasetName wanted) {
    return shards(wanted).stream().map(Dataset::store).distinct().toList();
  }

  /** The stored attributes of a dataset by whose values rules look for keys. */
  public Set<String> lookedUp(Dataset dataset) {
    Set<String> attributes = new LinkedHashSet<>();
    for (Rule rule : rules) {
      if (rule.check() instanceof Check.Unique unique
          && unique.datasets().contains(dataset.name())
          && dataset.attributes().containsKey(unique.attribute())) {
        attributes.add(unique.attribute());
      }
    }
    return attributes;
  }

  public Optional<Dataset> dataset(DatasetName wanted) {
    return datasets.stream().filter(dataset -> dataset.name().equals(wanted)).findFirst();
  }

  /**
   * Where the file speaks of a dataset.
   *
   * @param part {@code key}, {@code where}, an attribute's name, or empty for its table, collection
   *     or view
   */
  public Place placeOf(DatasetName dataset, Optional<String> part) {
    String path = "datasets." + dataset;
    return places.ofFirst(
        part.map(name ->
                OWN_LINES.contains(name)
                    ? List.of(path + "." + name)
                    : List.of(path + ".attributes." + name))
            .orElse(
                List.of(
                    path + ".table",
                    path + ".collection",
                    path + ".view",
                    path + ".tables",
                    path + ".collections",
                    path + ".shards")));
  }

  /** What a dataset holds of a key, in the entity's words. */
  public Image canonical(DatasetName dataset, Image stored) {
    return mappings.getOrDefault(dataset, Mapping.NONE).canonical(stored);
  }

  public Set<StoreName> stores() {
    Set<StoreName> stores = new LinkedHashSet<>();
    datasets.forEach(dataset -> stores.add(dataset.store()));
    return stores;
  }
}
