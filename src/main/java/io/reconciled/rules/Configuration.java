package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import io.reconciled.model.StoreName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All connectors and all entities, loaded and sound in themselves. */
public record Configuration(List<Connector> connectors, List<Entity> entities) {
  public Configuration {
    connectors = List.copyOf(connectors);
    entities = List.copyOf(entities);
  }

  public Optional<Entity> entity(EntityName name) {
    return entities.stream().filter(entity -> entity.name().equals(name)).findFirst();
  }

  public Optional<Rule> rule(EntityRule wanted) {
    return entity(wanted.entity()).stream()
        .flatMap(entity -> entity.rules().stream())
        .filter(rule -> rule.name().equals(wanted.rule()))
        .findFirst();
  }

  /** The rules that are only evaluated and counted. */
  public Set<EntityRule> shadows() {
    return entities.stream()
        .flatMap(entity ->
            entity.rules().stream()
                .filter(Rule::shadow)
                .map(rule -> new EntityRule(entity.name(), rule.name())))
        .collect(Collectors.toSet());
  }

  /** Every entity's place in this store. */
  public List<Dataset> datasetsIn(StoreName store) {
    return entities.stream()
        .flatMap(entity -> entity.datasets().stream())
        .filter(dataset -> dataset.store().equals(store))
        .toList();
  }

  /** Those of them whose changes the store's log shows. */
  public List<Dataset> followableIn(StoreName store) {
    return datasetsIn(store).stream().filter(dataset -> !dataset.view()).toList();
  }
}
