package io.reconciled.app;

import io.reconciled.compare.KindOf;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Value;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Mapping;
import io.reconciled.rules.Problem;
import io.reconciled.rules.Rule;
import io.reconciled.store.Container;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.StoreFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Reads some rows of every dataset, and warns of attributes whose values are of kinds that cannot
 * be compared with their counterparts, and of times that say no zone. What a sample cannot show it
 * does not claim.
 */
final class CheckValues {
  private static final Logger LOG = Logger.getLogger(CheckValues.class);
  private static final int SAMPLE = 100;
  private final Configuration configuration;

  CheckValues(Configuration configuration) {
    this.configuration = configuration;
  }

  List<Problem> warnings() {
    List<Problem> warnings = new ArrayList<>();
    for (Entity entity : configuration.entities()) {
      Map<DatasetName, List<Image>> samples = samples(entity);
      warnings.addAll(zoneless(entity, samples));
      for (Rule rule : entity.rules()) {
        if (rule.check() instanceof Check.Equal equal) {
          warnings.addAll(incomparable(entity, equal, samples));
        }
      }
    }
    return warnings.stream().distinct().toList();
  }

  private Map<DatasetName, List<Image>> samples(Entity entity) {
    Map<DatasetName, List<Image>> samples = new LinkedHashMap<>();
    for (Connector connector : configuration.connectors()) {
      List<Dataset> datasets =
          entity.datasets().stream()
              .filter(dataset -> dataset.store().equals(connector.store()))
              .toList();
      if (!datasets.isEmpty()) {
        sample(connector, datasets, samples);
      }
    }
    return samples;
  }

  private static void sample(
      Connector connector, List<Dataset> datasets, Map<DatasetName, List<Image>> samples) {
    try (DescribeStore store =
        Kinds.named(connector.kind()).describe(ConnectStores.settings(connector))) {
      List<Container> containers = store.containers();
      for (Dataset dataset : datasets) {
        List<Image> sample = samples.computeIfAbsent(dataset.name(), first -> new ArrayList<>());
        containers.stream()
            .filter(container -> isOf(dataset, container))
            .findFirst()
            .ifPresent(container ->
                store.sample(container, SAMPLE).forEach(row -> sample.add(image(dataset, row))));
      }
    } catch (StoreFailure unreadable) {
      // That it cannot be read is complained of elsewhere.
      LOG.debugf(unreadable, "no sample of store %s", connector.store());
    }
  }

  /** A rules file may leave out the outer names. */
  private static boolean isOf(Dataset dataset, Container container) {
    int outer = container.path().size() - dataset.container().size();
    return outer >= 0
        && container.path().subList(outer, container.path().size()).equals(dataset.container());
  }

  private static Image image(Dataset dataset, Map<String, Value> row) {
    Map<String, Value> attributes = new HashMap<>();
    dataset
        .attributes()
        .forEach((attribute, field) -> {
          Value value = row.get(field);
          if (value != null) {
            attributes.put(attribute, value);
          }
        });
    return new Image.Present(attributes);
  }

  private static List<Problem> zoneless(Entity entity, Map<DatasetName, List<Image>> samples) {
    List<Problem> warnings = new ArrayList<>();
    samples.forEach((dataset, images) -> {
      Mapping mapping = mapping(entity, dataset);
      for (String attribute : zoneless(images)) {
        if (!mapping.conversions().containsKey(attribute)) {
          warnings.add(
              new Problem(
                  entity.placeOf(dataset, Optional.of(attribute)),
                  "%s of %s has no time zone; it is taken to be in UTC"
                      .formatted(attribute, dataset),
                  "Write { column: …, zone: UTC }, or the zone that its clock stands in."));
        }
      }
    });
    return warnings;
  }

  private static Set<String> zoneless(List<Image> images) {
    Set<String> attributes = new LinkedHashSet<>();
    for (Image image : images) {
      if (image instanceof Image.Present(Map<String, Value> values)) {
        values.forEach((attribute, value) -> {
          if (value instanceof Value.LocalMoment) {
            attributes.add(attribute);
          }
        });
      }
    }
    return attributes;
  }

  private static List<Problem> incomparable(
      Entity entity, Check.Equal equal, Map<DatasetName, List<Image>> samples) {
    List<Problem> warnings = new ArrayList<>();
    for (String attribute : equal.attributes()) {
      Map<DatasetName, List<Value>> values = new HashMap<>();
      samples.forEach((dataset, images) -> {
        if (equal.datasets().contains(dataset)) {
          values.put(dataset, values(mapping(entity, dataset), images, attribute, equal));
        }
      });
      DatasetName first = equal.datasets().getFirst();
      for (DatasetName other : equal.datasets().subList(1, equal.datasets().size())) {
        List<Value> left = values.getOrDefault(first, List.of());
        List<Value> right = values.getOrDefault(other, List.of());
        if (!left.isEmpty() && !right.isEmpty() && neverComparable(left, right)) {
          warnings.add(
              new Problem(
                  entity.placeOf(other, Optional.of(attribute)),
                  "%s is of kind %s in %s, and of kind %s in %s: they are never compared"
                      .formatted(
                          attribute,
                          KindOf.inWords(left.getFirst()),
                          first,
                          KindOf.inWords(right.getFirst()),
                          other),
                  "Say what one of them means with as: or values:, or normalise both."));
        }
      }
    }
    return warnings;
  }

  private static List<Value> values(
      Mapping mapping, List<Image> images, String attribute, Check.Equal equal) {
    List<Value> values = new ArrayList<>();
    for (Image stored : images) {
      if (mapping.canonical(stored) instanceof Image.Present(Map<String, Value> attributes)) {
        equal
            .normalise()
            .apply(Optional.ofNullable(attributes.get(attribute)))
            .filter(value -> !(value instanceof Value.Null))
            .ifPresent(values::add);
      }
    }
    return values;
  }

  private static boolean neverComparable(List<Value> left, List<Value> right) {
    return left.stream()
        .noneMatch(one -> right.stream().anyMatch(other -> KindOf.areComparable(one, other)));
  }

  private static Mapping mapping(Entity entity, DatasetName dataset) {
    return Optional.ofNullable(entity.mappings().get(dataset)).orElse(Mapping.NONE);
  }
}
