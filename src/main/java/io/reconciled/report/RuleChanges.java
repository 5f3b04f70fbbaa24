package io.reconciled.report;

import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import io.reconciled.rules.WordMeaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is different between two sets of rules.
 *
 * @param entities changed where anything but their rules is: key, grace, datasets, schedule
 * @param rules as {@code subscriber/equal status}; changed where their meaning is, or what they say
 *     of themselves
 */
public record RuleChanges(Changes stores, Changes entities, Changes rules) {

  /** Names, in the order of the files. */
  public record Changes(List<String> added, List<String> removed, List<String> changed) {
    public Changes {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      changed = List.copyOf(changed);
    }

    /** By name what each of them means: one that means the same has not changed. */
    private static <N> Changes between(Map<N, ?> before, Map<N, ?> after) {
      List<String> added = new ArrayList<>();
      List<String> changed = new ArrayList<>();
      after.forEach((name, meaning) -> {
        if (!before.containsKey(name)) {
          added.add(name.toString());
        } else if (!Objects.equals(before.get(name), meaning)) {
          changed.add(name.toString());
        }
      });
      List<String> removed =
          before.keySet().stream()
              .filter(name -> !after.containsKey(name))
              .map(Object::toString)
              .toList();
      return new Changes(added, removed, changed);
    }

    private boolean none() {
      return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
  }

  public static RuleChanges between(Configuration before, Configuration after) {
    return new RuleChanges(
        Changes.between(stores(before), stores(after)),
        Changes.between(entities(before), entities(after)),
        Changes.between(rules(before), rules(after)));
  }

  public boolean none() {
    return stores.none() && entities.none() && rules.none();
  }

  private static Map<StoreName, List<Object>> stores(Configuration configuration) {
    Map<StoreName, List<Object>> stores = new LinkedHashMap<>();
    for (Connector at : configuration.connectors()) {
      stores.put(
          at.store(),
          List.of(
              at.kind(),
              at.url(),
              at.user(),
              at.password(),
              at.capture(),
              at.timeout(),
              at.options(),
              at.logLimit(),
              at.sweep()));
    }
    return stores;
  }

  private static Map<EntityName, String> entities(Configuration configuration) {
    Map<EntityName, String> entities = new LinkedHashMap<>();
    for (Entity entity : configuration.entities()) {
      entities.put(entity.name(), WordMeaning.of(entity));
    }
    return entities;
  }

  private static Map<EntityRule, List<Object>> rules(Configuration configuration) {
    Map<EntityRule, List<Object>> rules = new LinkedHashMap<>();
    for (Entity entity : configuration.entities()) {
      for (Rule rule : entity.rules()) {
        rules.put(
            new EntityRule(entity.name(), rule.name()),
            List.of(WordMeaning.of(entity, rule), rule.about(), rule.shadow()));
      }
    }
    return rules;
  }
}
