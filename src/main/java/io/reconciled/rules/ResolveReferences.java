package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the entities that rules of other entities refer to, once all files have been read. */
final class ResolveReferences {
  private final Map<EntityName, Entity> byName = new LinkedHashMap<>();
  private final Complaints complaints;

  ResolveReferences(List<Entity> entities, Complaints complaints) {
    entities.forEach(entity -> byName.putIfAbsent(entity.name(), entity));
    this.complaints = complaints;
  }

  Entity in(Entity entity) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : entity.rules()) {
      rules.add(
          rule.check() instanceof Check.References check
              ? new Rule(
                  rule.name(), resolved(check, entity, rules.size()), rule.about(), rule.shadow())
              : rule);
    }
    return entity.with(rules);
  }

  private Check.References resolved(Check.References check, Entity entity, int number) {
    String path = "rules." + number + ".";
    Entity target = byName.get(check.entity());
    if (target == null) {
      complaints.add(
          entity.places().of(path + ReferencesForm.ENTITY),
          "%s%s names the entity %s, which no rules file describes"
              .formatted(path, ReferencesForm.ENTITY, Quoted.of(check.entity().value())),
          NearestName.advice(
              check.entity().value(), byName.keySet().stream().map(EntityName::value).toList()));
      return check;
    }
    if (target.dataset(check.in()).isEmpty()) {
      complaints.add(
          entity.places().of(path + ReferencesForm.IN),
          "%s%s names the dataset %s, which %s does not have"
              .formatted(path, ReferencesForm.IN, Quoted.of(check.in().value()), check.entity()),
          NearestName.advice(
              check.in().value(),
              target.datasets().stream()
                  .map(dataset -> dataset.name())
                  .map(DatasetName::value)
                  .toList()));
    }
    if (target.keyShape().parts().size() > 1) {
      complaints.add(
          entity.places().of(path + ReferencesForm.ENTITY),
          "%s%s names the entity %s, whose key has several parts"
              .formatted(path, ReferencesForm.ENTITY, Quoted.of(check.entity().value())),
          "refer to an entity whose key is one value: an attribute cannot name several");
    }
    return new Check.References(
        check.from(), check.attribute(), check.entity(), target.keyShape(), check.in());
  }
}
