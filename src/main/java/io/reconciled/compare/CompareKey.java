package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Compares the readings of one key under all rules of its entity. */
public final class CompareKey {
  private final EntityName entity;
  private final List<Rule> rules;
  private final List<Rule> asking;
  private final AtAGlance glance;
  private final List<Rule> toCompare;
  private final Map<RuleName, Verdict> allHold;
  private final Map<DatasetName, UnaryOperator<Image>> canonical = new HashMap<>();

  public CompareKey(Entity entity) {
    this.entity = entity.name();
    this.rules = entity.rules();
    this.glance = new AtAGlance(new PlainRules(entity));
    this.toCompare = rules.stream().filter(rule -> !glance.covers(rule)).toList();
    Map<RuleName, Verdict> hold = new LinkedHashMap<>();
    rules.forEach(rule -> hold.put(rule.name(), Verdict.CONSISTENT));
    this.allHold = Collections.unmodifiableMap(hold);
    this.asking =
        rules.stream()
            .filter(rule ->
                rule.check() instanceof Check.Unique || rule.check() instanceof Check.References)
            .toList();
    entity
        .mappings()
        .forEach((dataset, mapping) -> {
          if (!mapping.changesNothing()) {
            canonical.put(dataset, mapping::canonical);
          }
        });
  }

  /** What must be known of other keys before the verdicts on this one can be told. */
  public Set<Lookup> lookups(SharedKey key, Readings readings) {
    Set<Lookup> lookups = new HashSet<>();
    Readings canonical = canonical(readings);
    for (Rule rule : asking) {
      lookups.addAll(lookups(rule.check(), new EntityKey(entity, key), canonical));
    }
    return lookups;
  }

  /** Whether any rule has a question about other keys. */
  public boolean asks() {
    return !asking.isEmpty();
  }

  /** What the stores hold, in the entity's words. */
  public Readings canonical(Readings readings) {
    return canonical.isEmpty() ? readings : readings.mapped(canonical);
  }

  /** A verdict per rule, in the order of the rules. */
  public Map<RuleName, Verdict> verdicts(SharedKey key, Readings readings) {
    boolean glanced = glance.holds(readings);
    if (glanced && toCompare.isEmpty()) {
      return allHold;
    }
    EntityKey of = new EntityKey(entity, key);
    Readings mapped = canonical(readings);
    Map<RuleName, Verdict> verdicts = new LinkedHashMap<>(allHold);
    for (Rule rule : glanced ? toCompare : rules) {
      verdicts.put(rule.name(), verdict(rule.check(), of, mapped));
    }
    return verdicts;
  }

  private static Set<Lookup> lookups(Check check, EntityKey key, Readings readings) {
    return switch (check) {
      case Check.Unique unique -> CompareHolders.lookups(unique, key, readings);
      case Check.References references -> CompareReference.lookups(references, readings);
      default -> Set.of();
    };
  }

  private static Verdict verdict(Check check, EntityKey key, Readings readings) {
    return switch (check) {
      case Check.Present present -> ComparePresence.verdict(present, readings);
      case Check.Absent absent -> CompareAbsence.verdict(absent, readings);
      case Check.Equal equal -> CompareValues.verdict(equal, readings);
      case Check.Matches matches -> CompareCondition.verdict(matches, readings);
      case Check.Unique unique -> CompareHolders.verdict(unique, key, readings);
      case Check.References references -> CompareReference.verdict(references, readings);
      case Check.Count count -> CompareAmounts.verdict(count, readings);
      case Check.Sum sum -> CompareAmounts.verdict(sum, readings);
      case Check.Fresh fresh -> CompareAge.verdict(fresh, readings);
    };
  }
}
