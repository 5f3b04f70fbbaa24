package io.reconciled.scenario;

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

/** What a scenario tries that names no rules file: a key in all stores, with one status. */
public final class UsualRules {
  private UsualRules() {}

  /**
   * @param stores the first is the authority
   */
  public static Entity over(Path scenario, List<StoreName> stores, Duration grace) {
    EntityName name = new EntityName("subscriber");
    List<Dataset> datasets = stores.stream().map(store -> dataset(name, store)).toList();
    List<DatasetName> names = datasets.stream().map(Dataset::name).toList();
    return new Entity(
        name,
        KeyType.INTEGER,
        grace,
        datasets,
        Map.of(),
        List.of(present(names), equalStatus(names)),
        Optional.empty(),
        new Places(scenario, Map.of()));
  }

  private static Dataset dataset(EntityName entity, StoreName store) {
    return new Dataset(
        entity,
        new DatasetName(store.value()),
        store,
        List.of("subscriber"),
        "id",
        KeyType.INTEGER,
        Map.of("status", "status"));
  }

  private static Rule present(List<DatasetName> names) {
    return Rule.of(
        new RuleName("present"), new Check.Present(names, names.getFirst(), Optional.empty()));
  }

  private static Rule equalStatus(List<DatasetName> names) {
    return Rule.of(
        new RuleName("equal status"),
        new Check.Equal(names, List.of("status"), new Authority.One(names.getFirst())));
  }
}
