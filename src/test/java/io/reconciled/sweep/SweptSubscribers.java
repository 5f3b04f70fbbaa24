package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Subscribers that are to be in each of their datasets, and equal there. */
final class SweptSubscribers {
  static final EntityName SUBSCRIBER = new EntityName("subscriber");
  static final DatasetName CRM = new DatasetName("crm");
  static final DatasetName BILLING = new DatasetName("billing");
  static final DatasetName PROFILES = new DatasetName("profiles");

  private SweptSubscribers() {}

  /** Each dataset lies in a store of its own name; profiles have their key where MongoDB has it. */
  static Entity in(List<DatasetName> names, List<String> attributes) {
    return new Entity(
        SUBSCRIBER,
        KeyType.INTEGER,
        Duration.ofSeconds(5),
        names.stream().map(name -> dataset(name, attributes)).toList(),
        Map.of(),
        List.of(
            Rule.of(
                new RuleName("present"),
                new Check.Present(names, names.getFirst(), Optional.empty())),
            Rule.of(
                new RuleName("equal"), new Check.Equal(names, attributes, new Authority.Nobody()))),
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }

  private static Dataset dataset(DatasetName name, List<String> attributes) {
    return new Dataset(
        SUBSCRIBER,
        name,
        new StoreName(name.value()),
        List.of("subscriber"),
        name.equals(PROFILES) ? "_id" : "id",
        KeyType.INTEGER,
        attributes.stream().collect(Collectors.toMap(column -> column, column -> column)));
  }
}
